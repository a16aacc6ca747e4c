package in.sangam.store.read;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several queries that see the same state of the database. */
final class Snapshot {

    private final JdbcClient client;
    private final TransactionTemplate readOnly;

    Snapshot(DataSource database) {
        this.client = JdbcClient.create(database);
        this.readOnly = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.readOnly.setReadOnly(true);
    }

    <T> T read(Function<JdbcClient, T> queries) {
        return Objects.requireNonNull(readOnly.execute(status -> {
            // Said by JDBC, it would be asked for, set and set back: three round trips.
            client.sql("set transaction isolation level repeatable read").update();
            return queries.apply(client);
        }));
    }
}
