package in.sangam.store;

import in.sangam.core.page.PageHead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A page without rows that carries the deltas of a recount, so that they are folded and numbered like any other change. */
final class RecountEntry {

    private static final PageOutcome NO_ROWS = new PageOutcome(0, 0, 0, 0, 0, false);

    private RecountEntry() {}

    static void write(Connection connection, Deltas deltas) throws SQLException {
        PageHead head =
                new PageHead("recount-" + UUID.randomUUID(), "hub", "recount", "", null, null, Instant.now(), "");
        PageEntry.write(connection, head, NO_ROWS, deltas);
    }
}
