/** The words of the hub. Imports neither Camel nor Spring nor JDBC. */
@NullMarked
package in.sangam.core;

import org.jspecify.annotations.NullMarked;
