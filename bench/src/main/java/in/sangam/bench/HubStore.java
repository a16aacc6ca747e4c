package in.sangam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A look into a running hub's embedded database, from outside the hub. */
final class HubStore implements AutoCloseable {

    /**
     * What the store holds at an instant.
     *
     * @param received rows of all pages stored
     * @param records distinct records
     * @param unfolded delta rows that no folder has added yet
     * @param seconds from the first page's fetch to the last page's commit, database clock
     */
    record Content(long received, long records, long unfolded, double seconds) {}

    private final Connection connection;

    HubStore(Path hubData) throws IOException, SQLException {
        String port = Files.readAllLines(hubData.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(hubData.resolve("postgres/postgres.secret")).strip();
        connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/hub", "sangam_owner", password);
    }

    Content content() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select coalesce(sum(received), 0), (select count(*) from hub.record),
                               (select count(*) from hub.measure_delta),
                               coalesce(extract(epoch from max(stored_at) - min(fetched_at)), 0)
                        from hub.page
                        """)) {
            row.next();
            return new Content(row.getLong(1), row.getLong(2), row.getLong(3), row.getDouble(4));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
