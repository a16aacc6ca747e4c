/** The CM dashboard: takes KPI values once per idempotency key, and lists the schemes. */
@NullMarked
package in.sangam.sandbox.portal.dashboard;

import org.jspecify.annotations.NullMarked;
