/** Hot change: connector folders take effect while the hub runs, each without touching another portal's routes. */
@NullMarked
package in.sangam.routes.connect;

import org.jspecify.annotations.NullMarked;
