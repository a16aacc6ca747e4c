/** Puts the modules together: data folder, database, broker, connectors, flows and feeds, in that order. */
@NullMarked
package in.sangam.app.wiring;

import org.jspecify.annotations.NullMarked;
