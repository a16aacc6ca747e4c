/** Working days by office class, from the gazetted holidays that an operator keeps. */
@NullMarked
package in.sangam.core.calendar;

import org.jspecify.annotations.NullMarked;
