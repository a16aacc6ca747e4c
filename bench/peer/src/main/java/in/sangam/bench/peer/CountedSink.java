package in.sangam.bench.peer;

import io.debezium.connector.jdbc.JdbcSinkConnector;
import io.debezium.connector.jdbc.JdbcSinkConnectorTask;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkRecord;

/** Debezium's JDBC sink, which also says how many messages it has written: its table cannot tell, since a newer row replaces an older. */
public final class CountedSink extends JdbcSinkConnector {

    /** Messages whose rows are committed. */
    static final AtomicLong WRITTEN = new AtomicLong();

    @Override
    public Class<? extends Task> taskClass() {
        return CountedTask.class;
    }

    /** Writes as its parent does; what it was given is committed when that returns. */
    public static final class CountedTask extends JdbcSinkConnectorTask {

        @Override
        public void put(Collection<SinkRecord> messages) {
            super.put(messages);
            WRITTEN.addAndGet(messages.size());
        }
    }
}
