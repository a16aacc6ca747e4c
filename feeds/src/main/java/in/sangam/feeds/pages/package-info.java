/** Server-rendered pages in Hindi and English; they work without JavaScript. */
@NullMarked
package in.sangam.feeds.pages;

import org.jspecify.annotations.NullMarked;
