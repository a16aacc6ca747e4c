package in.sangam.routes.poll;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes how far a file is taken, after its pages are safely on the broker; a poll whose file another node reads ends. */
final class AdvanceFile implements Processor {

    private final FileDesk desk;

    AdvanceFile(FileDesk desk) {
        this.desk = desk;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        if (!desk.advance()) {
            Poll.of(exchange).interrupt();
        }
    }
}
