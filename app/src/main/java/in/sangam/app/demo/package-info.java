/** {@code hub demo}: sandbox portals and hub together, at one fixed instant. */
@NullMarked
package in.sangam.app.demo;

import org.jspecify.annotations.NullMarked;
