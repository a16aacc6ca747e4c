/** Certification: the suite that every connector passes, against a simulated portal, with the routes, broker and store of the hub. */
@NullMarked
package in.sangam.app.certify;

import org.jspecify.annotations.NullMarked;
