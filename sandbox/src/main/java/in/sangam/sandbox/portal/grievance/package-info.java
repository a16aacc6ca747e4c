/** Lok Shikayat: a PostgreSQL database with a read-only role, behind a door that can fail on command. */
@NullMarked
package in.sangam.sandbox.portal.grievance;

import org.jspecify.annotations.NullMarked;
