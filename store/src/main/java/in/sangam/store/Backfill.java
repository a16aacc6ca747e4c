package in.sangam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A window of a stream that a person has read again, as it stands.
 *
 * @param from first cursor of the window
 * @param to last cursor of the window
 * @param at what lies before it is safely on the broker
 * @param state {@code running}, {@code paused}, {@code finished} (read to its end) or {@code failed}
 * @param rows rows read so far; those that were read again after an interruption count again
 * @param trouble why it waits or has failed, null while all is well
 * @param pages pages sent
 * @param stored pages that have come to the store
 * @param rejected rows of those pages that went to quarantine
 * @param listing whether the keys that the portal lists are kept, to be compared with what the hub holds
 * @param comparable whether records that the portal did not list can be told: its cursor is the version
 */
public record Backfill(
        long id,
        String portal,
        String stream,
        String from,
        String to,
        String at,
        String state,
        long rows,
        @Nullable String trouble,
        String askedBy,
        Instant startedAt,
        long pages,
        long stored,
        long rejected,
        boolean listing,
        boolean comparable) {

    /** The versions that a window holds, both ends included, as records order them. */
    public record Versions(long from, long to) {}

    /** Tells whether it is to be gone on with. */
    public boolean running() {
        return state.equals("running");
    }

    /** Tells whether the window is read and every page of it stored: what was listed can be compared. */
    public boolean complete() {
        return state.equals("finished") && stored == pages;
    }

    static Backfill read(ResultSet row) throws SQLException {
        return new Backfill(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getBoolean(15),
                row.getBoolean(16));
    }
}
