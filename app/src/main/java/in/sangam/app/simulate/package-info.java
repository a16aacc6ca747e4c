/** Portals that serve a connector's own examples over its declared protocol, for certification and for trying things out. */
@NullMarked
package in.sangam.app.simulate;

import org.jspecify.annotations.NullMarked;
