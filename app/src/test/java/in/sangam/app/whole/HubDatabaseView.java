package in.sangam.app.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into the database of a running hub, from outside. */
final class HubDatabaseView implements AutoCloseable {

    private final Connection connection;

    HubDatabaseView(Path hubData) throws IOException, SQLException {
        String port = Files.readAllLines(hubData.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(hubData.resolve("postgres/postgres.secret")).strip();
        connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/hub", "sangam_owner", password);
    }

    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
