package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Daily statements of portals, kept for good: a day whose numbers have moved gets a further version. */
public final class Statements {

    /**
     * One line: {@code opening + received − disposed = pending} by the hub's records, beside the portal's own totals.
     *
     * @param stated what the statement of the day before ended with, null when there is none; {@code opening} less it is what
     *     came late or was corrected since
     * @param portalOpening and the others: null is what the portal did not report
     * @param pendingReported the day for which the portal last reported what is pending
     */
    public record Line(
            @Nullable String stream,
            @Nullable String place,
            @Nullable String service,
            @Nullable Long stated,
            long opening,
            long received,
            long disposed,
            long pending,
            @Nullable Long portalOpening,
            @Nullable Long portalReceived,
            @Nullable Long portalDisposed,
            @Nullable Long portalPending,
            @Nullable LocalDate pendingReported) {}

    /** The head of a statement. */
    public record Head(
            String portal, LocalDate day, int version, Instant madeAt, String madeBy, String reason, Instant asOf) {}

    private static final String COLUMNS = "stream, place, service, stated, opening, received, disposed, pending,"
            + " portal_opening, portal_received, portal_disposed, portal_pending, pending_reported";

    private final JdbcClient database;
    private final InTransaction transaction;

    public Statements(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new InTransaction(database, "The statement could not be kept");
    }

    /**
     * Keeps a statement, if it says anything else than the last version, and brings the differences of the day into line with
     * it, in one transaction.
     *
     * @param found what differs by these lines; owned by {@code owner} where they are new
     * @return the head of the version that holds now
     */
    public Head keep(
            String portal,
            LocalDate day,
            List<Line> lines,
            List<FoundDifference> found,
            String owner,
            String by,
            String reason,
            Instant asOf) {
        return transaction.run(connection -> {
            lock(connection, portal, day);
            Optional<Head> last = latest(portal, day);
            Head now = last.isPresent() && lines(last.get()).equals(lines)
                    ? last.get()
                    : insert(connection, portal, day, last.map(Head::version).orElse(0) + 1, lines, by, reason, asOf);
            FoundDifference.bring(connection, portal, day, now.version(), found, owner);
            return now;
        });
    }

    /** Returns the latest version of a day. */
    public Optional<Head> latest(String portal, LocalDate day) {
        return database.sql("select * from hub.statement where portal = ? and day = ? order by version desc limit 1")
                .params(portal, day)
                .query((row, n) -> head(row))
                .optional();
    }

    /** Returns one version of a day. */
    public Optional<Head> find(String portal, LocalDate day, int version) {
        return database.sql("select * from hub.statement where portal = ? and day = ? and version = ?")
                .params(portal, day, version)
                .query((row, n) -> head(row))
                .optional();
    }

    /** Returns every version of every day of a portal, the latest first. */
    public List<Head> of(String portal, int most) {
        return database.sql("select * from hub.statement where portal = ? order by day desc, version desc limit ?")
                .params(portal, most)
                .query((row, n) -> head(row))
                .list();
    }

    /** Returns the latest day of a portal that has a statement. */
    public Optional<LocalDate> latestDay(String portal) {
        return database.sql("select max(day) from hub.statement where portal = ?")
                .param(portal)
                .query(LocalDate.class)
                .optional();
    }

    /** Returns the lines of a statement. */
    public List<Line> lines(Head of) {
        return database.sql("select " + COLUMNS
                        + " from hub.statement_line where portal = ? and day = ? and version = ? order by line")
                .params(of.portal(), of.day(), of.version())
                .query(Line.class)
                .list();
    }

    private static void lock(Connection connection, String portal, LocalDate day) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('statement ' || ? || ' ' || ?, 0))")) {
            lock.setString(1, portal);
            lock.setString(2, day.toString());
            lock.execute();
        }
    }

    private static Head insert(
            Connection connection,
            String portal,
            LocalDate day,
            int version,
            List<Line> lines,
            String by,
            String reason,
            Instant asOf)
            throws SQLException {
        Head head;
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into hub.statement (portal, day, version, made_by, reason, as_of) values (?, ?, ?, ?, ?, ?)"
                        + " returning *")) {
            statement.setString(1, portal);
            statement.setObject(2, day);
            statement.setInt(3, version);
            statement.setString(4, by);
            statement.setString(5, reason);
            statement.setObject(6, asOf.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                head = head(row);
            }
        }
        try (PreparedStatement each =
                connection.prepareStatement("insert into hub.statement_line (portal, day, version," + " line, "
                        + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (Line line : lines) {
                each.setString(1, portal);
                each.setObject(2, day);
                each.setInt(3, version);
                each.setInt(4, ++number);
                int column = 5;
                for (Object value : values(line)) {
                    each.setObject(column++, value);
                }
                each.addBatch();
            }
            each.executeBatch();
        }
        return head;
    }

    private static List<@Nullable Object> values(Line line) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(line.stream());
        values.add(line.place());
        values.add(line.service());
        values.add(line.stated());
        values.add(line.opening());
        values.add(line.received());
        values.add(line.disposed());
        values.add(line.pending());
        values.add(line.portalOpening());
        values.add(line.portalReceived());
        values.add(line.portalDisposed());
        values.add(line.portalPending());
        values.add(line.pendingReported());
        return values;
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("portal"),
                row.getObject("day", LocalDate.class),
                row.getInt("version"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("reason"),
                row.getObject("as_of", OffsetDateTime.class).toInstant());
    }
}
