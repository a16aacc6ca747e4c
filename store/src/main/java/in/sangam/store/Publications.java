package in.sangam.store;

import in.sangam.store.read.PublishedMonth;
import in.sangam.store.read.PublishedMonth.Figure;
import in.sangam.store.read.PublishedMonth.Rank;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published months, version by version. The database refuses to change one. */
public final class Publications {

    /** A version that has not gone out yet. */
    public record Untold(String period, int version) {}

    private static final String FIGURES =
            "insert into hub.published_figure (period, version, kpi, subject, numerator, denominator, marks, state)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RANKS =
            "insert into hub.published_rank (period, version, subject, rank, mark) values (?, ?, ?, ?, ?)";

    private final InTransaction transaction;
    private final JdbcClient database;

    public Publications(DataSource source) {
        this.transaction = new InTransaction(source, "The month could not be published");
        this.database = JdbcClient.create(source);
    }

    /** Returns the newest version of a month, empty when it was never published. */
    public Optional<PublishedMonth> newest(String period) {
        return database.sql("select max(version) from hub.publication where period = ?")
                .param(period)
                .query(Integer.class)
                .optional()
                .flatMap(version -> version(period, version));
    }

    /** Returns one version of a month. */
    public Optional<PublishedMonth> version(String period, int version) {
        return database.sql("select * from hub.publication where period = ? and version = ?")
                .params(period, version)
                .query((row, n) -> new PublishedMonth(
                        row.getString("period"),
                        row.getInt("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("published_by"),
                        row.getString("reason"),
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getLong("change_no"),
                        row.getString("config_hash"),
                        figures(period, version),
                        ranks(period, version)))
                .optional();
    }

    /** Returns every month and version, the newest first, without their figures. */
    public List<PublishedMonth> all() {
        return database.sql("select * from hub.publication order by period desc, version desc")
                .query((row, n) -> new PublishedMonth(
                        row.getString("period"),
                        row.getInt("version"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("published_by"),
                        row.getString("reason"),
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getLong("change_no"),
                        row.getString("config_hash"),
                        List.of(),
                        List.of()))
                .list();
    }

    private List<Figure> figures(String period, int version) {
        return database.sql("select kpi, subject, numerator, denominator, marks, state from hub.published_figure"
                        + " where period = ? and version = ? order by kpi, subject")
                .params(period, version)
                .query(Figure.class)
                .list();
    }

    private List<Rank> ranks(String period, int version) {
        return database.sql("select subject, rank, mark from hub.published_rank"
                        + " where period = ? and version = ? order by rank = 0, rank, subject")
                .params(period, version)
                .query(Rank.class)
                .list();
    }

    /** Publishes a version, whole or not at all; two people who publish the same version at once get one error. */
    public void publish(PublishedMonth month) {
        transaction.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into hub.publication (period, version, published_by, reason, as_of, change_no, config_hash)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")) {
                bind(
                        statement,
                        month.period(),
                        month.version(),
                        month.by(),
                        month.reason(),
                        utc(month.asOf()),
                        month.changeNo(),
                        month.configHash());
                statement.executeUpdate();
            }
            write(connection, month);
            return month;
        });
    }

    private static void write(Connection connection, PublishedMonth month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIGURES)) {
            for (Figure each : month.figures()) {
                bind(
                        statement,
                        month.period(),
                        month.version(),
                        each.kpi(),
                        each.subject(),
                        each.numerator(),
                        each.denominator(),
                        each.marks(),
                        each.state());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(RANKS)) {
            for (Rank each : month.ranks()) {
                bind(statement, month.period(), month.version(), each.subject(), each.rank(), each.mark());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Returns the versions that consumers have not been told yet, the oldest first. */
    public List<Untold> untold() {
        return database.sql("select period, version from hub.publication p where not exists"
                        + " (select from hub.publication_told t where t.period = p.period and t.version = p.version)"
                        + " order by published_at")
                .query(Untold.class)
                .list();
    }

    /** Notes that a version has gone out. */
    public void told(Untold version) {
        database.sql("insert into hub.publication_told (period, version) values (?, ?) on conflict do nothing")
                .params(version.period(), version.version())
                .update();
    }
}
