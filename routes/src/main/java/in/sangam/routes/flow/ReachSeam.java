package in.sangam.routes.flow;

import in.sangam.core.Seam;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Marks a seam between two commits, where a crash campaign kills the hub. */
public final class ReachSeam implements Processor {

    private final String name;

    public ReachSeam(String name) {
        this.name = name;
    }

    @Override
    public void process(Exchange exchange) {
        Seam.reached(name);
    }
}
