package in.sangam.routes.poll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.kit.Connector;
import in.sangam.kit.Transport;
import java.time.Duration;

/** A small connection pool to a portal's database, read-only; a database that is down at start does not stop the hub. */
final class DatabasePortal {

    private static final String MARIA = "jdbc:mariadb:";
    private static final int MOST_CONNECTIONS = 3;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private DatabasePortal() {}

    /** Returns the name under which the pool stands in Camel's registry. */
    static String nameOf(String portal) {
        return portal + ".database";
    }

    /** Returns the endpoint that runs a query on the pool; values are bound, text is never put together. */
    static String endpoint(Connector connector, Transport.Sql transport, int mostRows) {
        return "jdbc:" + nameOf(connector.id())
                + "?useHeadersAsParameters=true&outputType=SelectList&resetAutoCommit=false"
                + "&statement.queryTimeout=" + Math.max(1, transport.timeout().toSeconds())
                + "&statement.maxRows=" + mostRows
                + "&statement.fetchSize=" + transport.fetchSize();
    }

    static boolean isMaria(Transport.Sql transport) {
        return transport.url().startsWith(MARIA);
    }

    static HikariDataSource of(Connector connector, Transport.Sql transport) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(connector.id());
        pool.setDataSource(new CheckedDatabase(transport));
        pool.setReadOnly(true);
        if (isMaria(transport)) {
            // Its driver takes read-only for a hint; the server does not.
            pool.setConnectionInitSql("set session transaction read only");
        }
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        pool.setConnectionTimeout(Math.min(transport.timeout().toMillis(), LONGEST_CONNECT.toMillis()));
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }
}
