/** The first folder of a new connector. */
@NullMarked
package in.sangam.app.scaffold;

import org.jspecify.annotations.NullMarked;
