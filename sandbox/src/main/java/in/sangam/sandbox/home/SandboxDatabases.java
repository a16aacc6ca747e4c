package in.sangam.sandbox.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The two PostgreSQL servers of a sandbox: one behind all portals, and one that is the portal Lok Shikayat itself. They
 * share nothing but the folder.
 */
public final class SandboxDatabases implements AutoCloseable {

    private final SandboxDatabase portals;
    private final SandboxDatabase lokShikayat;

    private SandboxDatabases(SandboxDatabase portals, SandboxDatabase lokShikayat) {
        this.portals = portals;
        this.lokShikayat = lokShikayat;
    }

    /** Starts both servers side by side, and makes their databases when they are not there yet. */
    public static SandboxDatabases open(SandboxFolder folder) {
        CompletableFuture<SandboxDatabase> portals =
                CompletableFuture.supplyAsync(() -> SandboxDatabase.open(folder.resolve("postgres"), "sandbox"));
        CompletableFuture<SandboxDatabase> lokShikayat = CompletableFuture.supplyAsync(
                () -> SandboxDatabase.open(folder.resolve("lok-shikayat"), "lokshikayat"));
        try {
            return new SandboxDatabases(portals.join(), lokShikayat.join());
        } catch (CompletionException e) {
            var unusedPortals = portals.thenAccept(SandboxDatabase::close);
            var unusedLokShikayat = lokShikayat.thenAccept(SandboxDatabase::close);
            throw new IllegalStateException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    public Tables tables() {
        return new Tables(portals.owner(), lokShikayat.owner(), lokShikayat.address());
    }

    /** Returns a setting of the fill (as-of, seed, scale); empty before the databases are filled. */
    public Optional<String> setting(String name) {
        try (Connection connection = portals.owner().getConnection();
                var exists = connection.prepareStatement("select to_regclass('truth.setting') is not null")) {
            var found = exists.executeQuery();
            if (!found.next() || !found.getBoolean(1)) {
                return Optional.empty();
            }
            try (var query = connection.prepareStatement("select value from truth.setting where name = ?")) {
                query.setString(1, name);
                var row = query.executeQuery();
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The sandbox's settings cannot be read", e);
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> first = CompletableFuture.runAsync(lokShikayat::close);
        portals.close();
        first.join();
    }
}
