package in.sangam.app.settle;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub holds of each stream: its records with their versions, the keys in quarantine and the account. */
final class HubRecords {

    /** The account of a stream over all days. */
    record Account(long received, long stored, long unchanged, long superseded, long quarantined) {

        static final Account NOTHING = new Account(0, 0, 0, 0, 0);
    }

    private final JdbcClient database;

    HubRecords(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns every stream that the hub has heard of. */
    Set<StreamName> streams() {
        return database
                .sql("select distinct portal, stream from hub.account_now")
                .query((row, n) -> new StreamName(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gives key and version order of each record of a stream. */
    void each(StreamName stream, BiConsumer<String, Long> to) {
        database.sql("select source_id, version_order from hub.record where portal = ? and stream = ?")
                .params(stream.portal(), stream.stream())
                .query(row -> {
                    to.accept(row.getString(1), row.getLong(2));
                });
    }

    /** Returns the keys of a stream that a person must decide on. */
    Set<String> quarantined(StreamName stream) {
        List<String> keys = database.sql("select distinct source_id from hub.quarantine"
                        + " where portal = ? and stream = ? and status = 'open' and source_id is not null")
                .params(stream.portal(), stream.stream())
                .query(String.class)
                .list();
        return Set.copyOf(keys);
    }

    /** Returns the account of each stream. */
    SortedMap<StreamName, Account> accounts() {
        SortedMap<StreamName, Account> accounts = new TreeMap<>();
        database.sql(
                        """
                        select portal, stream, sum(received), sum(stored), sum(unchanged), sum(superseded),
                          sum(quarantined)
                        from hub.account_now group by portal, stream
                        """)
                .query(row -> {
                    accounts.put(
                            new StreamName(row.getString(1), row.getString(2)),
                            new Account(
                                    row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
                });
        return accounts;
    }
}
