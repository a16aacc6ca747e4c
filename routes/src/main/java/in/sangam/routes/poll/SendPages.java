package in.sangam.routes.poll;

import in.sangam.core.Seam;
import in.sangam.routes.intake.PageSender;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sends all pages of an answer to the intake in one broker transaction. */
final class SendPages implements Processor {

    private final PageSender sender;

    SendPages(PageSender sender) {
        this.sender = sender;
    }

    @Override
    public void process(Exchange exchange) {
        Seam.reached("after-fetch");
        sender.send(Poll.of(exchange).pages());
        Seam.reached("after-broker-commit");
    }
}
