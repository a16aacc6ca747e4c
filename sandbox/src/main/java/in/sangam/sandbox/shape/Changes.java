package in.sangam.sandbox.shape;

import in.sangam.sandbox.home.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Life after the fill: fresh versions of open cases and new cases, dated between the last change and the as-of instant. */
public final class Changes {

    /** The portals that change by themselves. */
    public static final List<String> PORTALS = List.of("rtps", "lok-shikayat", "hrms", "cpgrams");

    private Changes() {}

    /**
     * Appends versions to a portal: three in four are new versions of open cases, the others new cases.
     *
     * @param tables the filled tables
     * @param count versions to append, 1 or more; fewer when there are not enough open cases
     * @return versions appended
     * @throws IllegalArgumentException for an unknown portal or a count below 1
     * @throws IllegalStateException when no instant is left before the as-of instant
     */
    public static int append(Tables tables, String portal, int count) throws SQLException {
        if (!PORTALS.contains(portal)) {
            throw new IllegalArgumentException("No changes can be made to portal " + portal + ", only to " + PORTALS);
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more, not " + count);
        }
        boolean ownServer = portal.equals("lok-shikayat");
        try (Connection connection = (ownServer ? tables.lokShikayat() : tables.portals()).getConnection()) {
            connection.setAutoCommit(false);
            // One at a time: each call dates its versions after those of the call before.
            Shaping.execute(connection, "select pg_advisory_xact_lock(hashtext('sandbox changes'))");
            int appended = append(connection, portal, count, ownServer ? asOf(tables.portals()) : null);
            if (portal.equals("rtps")) {
                Shaping.execute(connection, Resource.sql("totals.sql").replace(":now", newest(connection)));
            } else if (ownServer) {
                Shaping.execute(connection, Resource.sql("lok-shikayat-current.sql"));
            }
            connection.commit();
            return appended;
        }
    }

    /** Gives the as-of instant to the statement of a portal whose server does not hold the settings of the fill. */
    private static int append(Connection connection, String portal, int count, @Nullable String asOf)
            throws SQLException {
        int fresh = count / 4;
        try (PreparedStatement statement = connection.prepareStatement(Resource.sql("changes/" + portal + ".sql"))) {
            statement.setInt(1, count - fresh);
            statement.setInt(2, fresh);
            if (asOf != null) {
                statement.setString(3, asOf);
            }
            int appended = statement.executeUpdate();
            if (appended == 0) {
                throw new IllegalStateException(
                        "No open case, or no instant before the as-of instant, is left for a change; fill a new folder");
            }
            return appended;
        }
    }

    private static String asOf(DataSource portals) throws SQLException {
        try (Connection connection = portals.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select value from truth.setting where name = 'as-of'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                // Later than every count before: the fill counted after its last version.
                ResultSet row = statement.executeQuery(
                        """
                        select greatest(max(updated_at), (select max(updated_at) + interval '1 ms' from rtps.total))
                        from rtps.application_version""")) {
            row.next();
            return Shaping.literal(row.getTimestamp(1).toInstant());
        }
    }
}
