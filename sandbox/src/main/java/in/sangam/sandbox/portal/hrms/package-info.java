/** HRMS: salary cases and postings, over SOAP with a UsernameToken. */
@NullMarked
package in.sangam.sandbox.portal.hrms;

import org.jspecify.annotations.NullMarked;
