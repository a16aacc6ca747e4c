package in.sangam.bench.contenders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.record.CanonicalRecord;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * What a good engineer writes first with Camel: a page is split, each record is a persistent message of its own, and a
 * transacted consumer inserts it, newer versions over older ones. The measures are views that count the records when asked.
 *
 * <p>Arguments: address of the portal, its token, folder for its data, folder of the hub's configuration. Runs until it is ended.
 */
public final class PlainCamel {

    private static final int ROWS_OF_A_PAGE = 1_000;
    private static final String INSERT =
            """
            insert into record as r (source_id, version, version_text, status, place, service, registered, complete,
              disposed, due)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date)
            on conflict (source_id) do update set
              version = excluded.version, version_text = excluded.version_text, status = excluded.status,
              place = excluded.place, service = excluded.service, registered = excluded.registered,
              complete = excluded.complete, disposed = excluded.disposed, due = excluded.due
            where r.version < excluded.version
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainCamel() {}

    public static void main(String[] arguments) throws Exception {
        Servers servers = new Servers(Path.of(arguments[2]), "plain-camel.sql", "measures.sql");
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addComponent("jms", jms(servers.broker().connections()));
        Insert insert = new Insert(servers.database(), new CaseRows(Path.of(arguments[3])));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:page").split(method(PlainCamel.class, "rows")).to("jms:queue:hub.page.fetched");
                from("jms:queue:hub.page.fetched?concurrentConsumers=2").process(insert::process);
            }
        });
        camel.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            camel.stop();
            servers.close();
        }));
        PortalPages pages = new PortalPages(arguments[0], arguments[1], ROWS_OF_A_PAGE);
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            for (byte[] page = pages.fetch(); page != null; page = pages.fetch()) {
                template.sendBody("direct:page", page);
            }
        }
        new CountDownLatch(1).await();
    }

    /** Returns the rows of a page, each as JSON. */
    public static Iterator<String> rows(byte[] page) throws IOException {
        Iterator<JsonNode> rows = JSON.readTree(page).get("data").iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public String next() {
                return rows.next().toString();
            }
        };
    }

    private static JmsComponent jms(ConnectionFactory connections) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(new CachingConnectionFactory(connections));
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        return jms;
    }

    private record Insert(DataSource database, CaseRows cases) {

        void process(Exchange exchange) throws Exception {
            CanonicalRecord record =
                    cases.record(JSON.readTree(exchange.getMessage().getBody(String.class)));
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(INSERT)) {
                write(record, statement);
            }
        }

        private static void write(CanonicalRecord record, PreparedStatement statement) throws SQLException {
            statement.setString(1, record.key().sourceId());
            statement.setLong(2, record.version().order());
            statement.setString(3, record.version().text());
            statement.setString(4, record.field("status"));
            statement.setString(5, record.place());
            statement.setString(6, record.field("service"));
            statement.setString(7, record.field("registered"));
            statement.setString(8, record.field("complete"));
            statement.setString(9, record.field("disposed"));
            statement.setString(10, record.field("due"));
            statement.executeUpdate();
        }
    }
}
