/** The edge: from the bytes of any portal to pages of masked rows. Nothing personal goes further than this package. */
@NullMarked
package in.sangam.kit.edge;

import org.jspecify.annotations.NullMarked;
