package in.sangam.store;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several statements of a {@code JdbcClient} that become true together. */
final class OneTransaction {

    private final TransactionTemplate template;

    OneTransaction(DataSource database) {
        this.template = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    <T> T run(Supplier<T> statements) {
        return Objects.requireNonNull(template.execute(status -> statements.get()));
    }
}
