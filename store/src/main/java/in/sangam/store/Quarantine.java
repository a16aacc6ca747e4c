package in.sangam.store;

import in.sangam.core.page.Rejection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The decisions on quarantined rows. Rows get in by {@link PageStore}; the read side lists them. */
public final class Quarantine {

    /**
     * A row let go to be judged again.
     *
     * @param sourceId null when the row has no key
     * @param maskedRow JSON text; the portal's row, or for {@code REFUSED_BY_STORE} the canonical record
     */
    public record Released(
            long id,
            String portal,
            String stream,
            @Nullable String sourceId,
            String pageId,
            Rejection.Reason reason,
            String maskedRow) {}

    private final DataSource database;

    public Quarantine(DataSource database) {
        this.database = database;
    }

    /** Returns the ids of open rows; an empty filter leaves that side open. */
    public List<Long> open(Optional<String> portal, Optional<String> stream, Optional<Rejection.Reason> reason) {
        throw new UnsupportedOperationException(database.toString() + portal + stream + reason);
    }

    /** Lets open rows go, audited; the caller sends them through the same path again. One still at fault opens again. */
    public List<Released> release(Collection<Long> ids, String who, String why) {
        throw new UnsupportedOperationException(ids + who + why);
    }

    /** Closes open rows that are never to be stored, audited; returns how many. */
    public int dismiss(Collection<Long> ids, String who, String why) {
        throw new UnsupportedOperationException(ids + who + why);
    }
}
