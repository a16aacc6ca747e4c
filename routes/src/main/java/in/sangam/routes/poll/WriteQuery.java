package in.sangam.routes.poll;

import in.sangam.kit.Source.SqlSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jdbc.JdbcConstants;

/** Sets the manifest's query and the bound values of the poll's next ask. */
final class WriteQuery implements Processor {

    private final SqlSource source;
    private final String query;

    WriteQuery(SqlSource source) {
        this.source = source;
        this.query = source.query().marked(":?");
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setHeader(
                        JdbcConstants.JDBC_PARAMETERS,
                        source.values(Poll.of(exchange).ask()));
        exchange.getMessage().setBody(query);
    }
}
