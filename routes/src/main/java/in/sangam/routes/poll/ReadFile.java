package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import in.sangam.kit.edge.UnreadablePage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads the next rows of the dropped files through the edge. */
final class ReadFile implements Processor {

    private final PolledStream polled;
    private final FileDesk desk;
    private final AsOfClock asOf;
    private final Clock wallClock;

    ReadFile(PolledStream polled, FileDesk desk, AsOfClock asOf, Clock wallClock) {
        this.polled = polled;
        this.desk = desk;
        this.asOf = asOf;
        this.wallClock = wallClock;
    }

    @Override
    public void process(Exchange exchange) throws IOException, UnreadablePage {
        Poll poll = Poll.of(exchange);
        FileInHand file = desk.now(poll);
        if (file == null) {
            poll.read(List.of(), 0, null);
            desk.standStillForRefused();
            return;
        }
        Fetched rows =
                polled.stream().edge().take(file.read(polled.stream().source().size()), file.hash(), asOf.now());
        poll.read(
                PageCutter.cut(polled.stream(), poll.ask(), rows, wallClock.instant()),
                rows.rows().size(),
                poll.ask());
    }
}
