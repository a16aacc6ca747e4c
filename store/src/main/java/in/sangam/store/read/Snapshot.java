package in.sangam.store.read;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several queries that see the same state of the database. */
final class Snapshot {

    private final JdbcClient client;
    private final TransactionTemplate repeatable;

    Snapshot(DataSource database) {
        this.client = JdbcClient.create(database);
        this.repeatable = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.repeatable.setReadOnly(true);
    }

    <T> T read(Function<JdbcClient, T> queries) {
        return java.util.Objects.requireNonNull(repeatable.execute(status -> queries.apply(client)));
    }
}
