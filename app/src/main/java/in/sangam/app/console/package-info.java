/** What the integration admin sees and steers: Hawtio, its Hub tab and the bean behind it. */
@NullMarked
package in.sangam.app.console;

import org.jspecify.annotations.NullMarked;
