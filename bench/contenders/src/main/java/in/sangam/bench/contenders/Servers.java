package in.sangam.bench.contenders;

import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** PostgreSQL and Artemis in a folder, with the settings that the hub gives them, and the contender's own tables. */
final class Servers implements AutoCloseable {

    private final RecordDatabase database;
    private final EmbeddedBroker broker;

    Servers(Path folder, String... schema) throws SQLException, IOException {
        database = RecordDatabase.start(folder, Servers.class, schema);
        BrokerAccount account = new BrokerAccount("bench", database.password());
        broker = EmbeddedBroker.start(
                BrokerSettings.of(folder.resolve("broker"), account, new BrokerAccount("viewer", "")));
    }

    DataSource database() {
        return database.pool();
    }

    EmbeddedBroker broker() {
        return broker;
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
