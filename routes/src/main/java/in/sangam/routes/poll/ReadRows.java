package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the rows of a portal's database through the edge. */
final class ReadRows implements Processor {

    private final PolledStream polled;
    private final CutPages cutPages;
    private final AsOfClock asOf;

    ReadRows(PolledStream polled, CutPages cutPages, AsOfClock asOf) {
        this.polled = polled;
        this.cutPages = cutPages;
        this.asOf = asOf;
    }

    @Override
    @SuppressWarnings("unchecked") // outputType=SelectList gives a list of column → value
    public void process(Exchange exchange) {
        List<Map<String, Object>> rows = exchange.getMessage().getBody(List.class);
        Poll poll = Poll.of(exchange);
        cutPages.take(poll, polled.stream().edge().read(poll.ask(), rows, asOf.now()), asOf.now());
    }
}
