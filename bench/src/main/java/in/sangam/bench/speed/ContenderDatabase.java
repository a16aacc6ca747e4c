package in.sangam.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded PostgreSQL in a contender's data folder, looked into from outside, as its owner. */
record ContenderDatabase(Path home, String name) {

    Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(pidFile()).get(3).strip();
        String password = Files.readString(home.resolve("postgres.secret")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name, "sangam_owner", password);
    }

    /** Returns the process that all others of this server are children of. */
    ProcessHandle server() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("No PostgreSQL runs in " + home));
    }

    private Path pidFile() {
        return home.resolve("data/postmaster.pid");
    }
}
