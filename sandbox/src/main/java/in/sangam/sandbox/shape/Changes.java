package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Life after the fill: fresh versions of open cases and new cases, dated between the last change and the as-of instant. */
public final class Changes {

    /** The portals that change by themselves. */
    public static final List<String> PORTALS = List.of("rtps", "lok-shikayat", "hrms", "cpgrams");

    private Changes() {}

    /**
     * Appends versions to a portal: three in four are new versions of open cases, the others new cases.
     *
     * @param owner the filled sandbox database
     * @param count versions to append, 1 or more; fewer when there are not enough open cases
     * @return versions appended
     * @throws IllegalArgumentException for an unknown portal or a count below 1
     * @throws IllegalStateException when no instant is left before the as-of instant
     */
    public static int append(DataSource owner, String portal, int count) throws SQLException {
        if (!PORTALS.contains(portal)) {
            throw new IllegalArgumentException("No changes can be made to portal " + portal + ", only to " + PORTALS);
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more, not " + count);
        }
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            // One at a time: each call dates its versions after those of the call before.
            Shaping.execute(connection, "select pg_advisory_xact_lock(hashtext('sandbox changes'))");
            int appended = append(connection, Resource.sql("changes/" + portal + ".sql"), count);
            if (portal.equals("rtps")) {
                Shaping.execute(connection, Resource.sql("totals.sql").replace(":now", newest(connection)));
            } else if (portal.equals("lok-shikayat")) {
                Shaping.execute(connection, Resource.sql("lok-shikayat-current.sql"));
            }
            connection.commit();
            return appended;
        }
    }

    private static int append(Connection connection, String sql, int count) throws SQLException {
        int fresh = count / 4;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, count - fresh);
            statement.setInt(2, fresh);
            int appended = statement.executeUpdate();
            if (appended == 0) {
                throw new IllegalStateException(
                        "No open case, or no instant before the as-of instant, is left for a change; fill a new folder");
            }
            return appended;
        }
    }

    private static String newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(updated_at) from rtps.application_version")) {
            row.next();
            return Shaping.literal(row.getTimestamp(1).toInstant());
        }
    }
}
