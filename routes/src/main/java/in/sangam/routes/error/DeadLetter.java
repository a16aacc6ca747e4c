package in.sangam.routes.error;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a message that cannot be handled into a dead letter: its body as it came, with the cause, and its way back for a replay. */
final class DeadLetter implements Processor {

    /** Countable code of why a message is a dead letter. */
    static final String CAUSE_CODE = "causeCode";

    /** One sentence on why a message is a dead letter; holds no personal value. */
    static final String CAUSE = "cause";

    // By these two the broker's retryMessages finds the queue that a dead letter belongs to.
    private static final String ORIGINAL_ADDRESS = "_AMQ_ORIG_ADDRESS";
    private static final String ORIGINAL_QUEUE = "_AMQ_ORIG_QUEUE";

    /** Headers that a dead letter carries. */
    static final Set<String> HEADERS = Set.of(CAUSE_CODE, CAUSE, ORIGINAL_ADDRESS, ORIGINAL_QUEUE);

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetter.class);
    private static final int LONGEST_CAUSE = 500;

    private final String queue;
    private final MeterRegistry meters;

    DeadLetter(String queue, MeterRegistry meters) {
        this.queue = queue;
        this.meters = meters;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String code = cause instanceof Undeliverable known ? known.code() : "UNEXPECTED";
        String sentence = cause instanceof Undeliverable ? Objects.requireNonNullElse(cause.getMessage(), code) : code;
        exchange.getMessage().setHeader(CAUSE_CODE, code);
        exchange.getMessage().setHeader(CAUSE, sentence.substring(0, Math.min(LONGEST_CAUSE, sentence.length())));
        exchange.getMessage().setHeader(ORIGINAL_ADDRESS, queue);
        exchange.getMessage().setHeader(ORIGINAL_QUEUE, queue);
        meters.counter("hub.dead.letters", "queue", queue, "cause", code).increment();
        LOG.error("A message of {} becomes a dead letter, {}: {}", queue, code, sentence);
    }
}
