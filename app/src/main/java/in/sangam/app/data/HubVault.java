package in.sangam.app.data;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.store.PageVault;
import in.sangam.store.VaultKey;
import org.jspecify.annotations.Nullable;

/** The vault with its own connections to the database, or none: then unreadable answers are noted without their bytes. */
public final class HubVault implements AutoCloseable {

    private final @Nullable HikariDataSource connections;
    private final @Nullable PageVault pages;

    private HubVault(@Nullable HikariDataSource connections, @Nullable PageVault pages) {
        this.connections = connections;
        this.pages = pages;
    }

    /** Takes over the connections, as the role of the vault, and closes them with itself. */
    public static HubVault on(HikariDataSource connections, VaultKey key) {
        return new HubVault(connections, new PageVault(connections, key));
    }

    public static HubVault none() {
        return new HubVault(null, null);
    }

    /** Returns the vault, null when there is none. */
    public @Nullable PageVault pages() {
        return pages;
    }

    @Override
    public void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
