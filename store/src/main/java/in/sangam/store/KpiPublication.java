package in.sangam.store;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Publishes KPI values: remembers the last published value of every cell and puts only what changed into the outbox. */
public final class KpiPublication {

    /**
     * What a publication did.
     *
     * @param changed cells whose value differs from the last published one
     * @param enqueued new outbox rows
     * @param replaced outbox rows not yet tried whose body now carries the newer value
     */
    public record Published(int changed, int enqueued, int replaced) {}

    private final DataSource database;

    public KpiPublication(DataSource database) {
        this.database = database;
    }

    /**
     * Publishes cells to sinks, in one transaction.
     *
     * @param asOf the instant that the values are true for
     */
    public Published publish(Collection<String> sinks, List<KpiCell> cells, OffsetDateTime asOf) {
        throw new UnsupportedOperationException(database.toString());
    }
}
