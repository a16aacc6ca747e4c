/** The connector kit: what a connector folder declares, read into the words that transports and flows work with. */
@NullMarked
package in.sangam.kit;

import org.jspecify.annotations.NullMarked;
