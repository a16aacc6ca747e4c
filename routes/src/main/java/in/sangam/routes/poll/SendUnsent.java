package in.sangam.routes.poll;

import in.sangam.core.Seam;
import in.sangam.routes.intake.PageSender;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sends what earlier polls have not sent of an answer to the intake, in one broker transaction. */
final class SendUnsent implements Processor {

    private final PageSender sender;
    private final SentRows rows;

    SendUnsent(PageSender sender, SentRows rows) {
        this.sender = sender;
        this.rows = rows;
    }

    @Override
    public void process(Exchange exchange) {
        Seam.reached("after-fetch");
        sender.send(rows.unsent(Poll.of(exchange)));
        rows.sent();
        Seam.reached("after-broker-commit");
    }
}
