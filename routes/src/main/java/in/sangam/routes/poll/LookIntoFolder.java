package in.sangam.routes.poll;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Looks into a drop folder and reads nothing: what a check asks of it. */
final class LookIntoFolder implements Processor {

    private final DropFolder folder;

    LookIntoFolder(DropFolder folder) {
        this.folder = folder;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        try {
            folder.finished();
        } finally {
            folder.close();
        }
        Poll.of(exchange).read(List.of(), 0, null);
    }
}
