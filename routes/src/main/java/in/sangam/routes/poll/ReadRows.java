package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Source.SqlSource;
import in.sangam.kit.edge.Sha256;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the rows of a portal's database through the edge. */
final class ReadRows implements Processor {

    private final PolledStream polled;
    private final SqlSource source;
    private final CutPages cutPages;
    private final AsOfClock asOf;

    ReadRows(PolledStream polled, SqlSource source, CutPages cutPages, AsOfClock asOf) {
        this.polled = polled;
        this.source = source;
        this.cutPages = cutPages;
        this.asOf = asOf;
    }

    @Override
    @SuppressWarnings("unchecked") // outputType=SelectList gives a list of column → value
    public void process(Exchange exchange) throws UnreadablePage {
        List<Map<String, Object>> rows = exchange.getMessage().getBody(List.class);
        if (rows.size() > source.size()) {
            // One row more than was asked for is let through, so that a query without an end is seen and not cut off in
            // silence.
            throw new UnreadablePage(
                    Cause.TOO_LARGE,
                    Sha256.of(source.query().marked("?").getBytes(StandardCharsets.UTF_8)),
                    "The query gives more rows than :limit allows: let :limit bound the whole of it");
        }
        Poll poll = Poll.of(exchange);
        cutPages.take(poll, polled.stream().edge().read(poll.ask(), rows, asOf.now()), asOf.now());
    }
}
