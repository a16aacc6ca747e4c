/** Who may do what: logins, roles, headers, and what Jolokia lets each role do. */
@NullMarked
package in.sangam.app.security;

import org.jspecify.annotations.NullMarked;
