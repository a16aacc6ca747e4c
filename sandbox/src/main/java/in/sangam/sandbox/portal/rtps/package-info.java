/** RTPS: applications in change order and control totals, over HTTP and JSON. */
@NullMarked
package in.sangam.sandbox.portal.rtps;

import org.jspecify.annotations.NullMarked;
