/** The truth about the portals' tables, computed by SQL alone and without anything of the hub. */
@NullMarked
package in.sangam.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
