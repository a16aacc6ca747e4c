/** The command {@code hub}: one class per verb. */
@NullMarked
package in.sangam.app.cli;

import org.jspecify.annotations.NullMarked;
