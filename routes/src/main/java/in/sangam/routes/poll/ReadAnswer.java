package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Ask;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.UnreadablePage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the bytes that a portal answered through the edge, and passes over what a person has decided to go on without. */
final class ReadAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAnswer.class);

    private final PolledStream polled;
    private final CutPages cutPages;
    private final Predicate<String> skipped;
    private final AsOfClock asOf;

    ReadAnswer(PolledStream polled, CutPages cutPages, Predicate<String> skipped, AsOfClock asOf) {
        this.polled = polled;
        this.cutPages = cutPages;
        this.skipped = skipped;
        this.asOf = asOf;
    }

    void read(Poll poll, byte[] answer) throws UnreadablePage {
        read(poll, answer, null);
    }

    /** Reads an HTTP answer whose header {@code Link}, null for none, may name the next. */
    void read(Poll poll, byte[] answer, @Nullable String linkHeader) throws UnreadablePage {
        Fetched fetched;
        try {
            fetched = polled.stream().edge().read(poll.ask(), answer, linkHeader, asOf.now());
        } catch (UnreadablePage page) {
            if (passedOver(poll, page)) {
                return;
            }
            poll.stoppedBy(answer);
            throw page;
        }
        cutPages.take(poll, fetched, asOf.now());
    }

    private boolean passedOver(Poll poll, UnreadablePage page) {
        Ask behind = polled.stream().source().behind(poll.ask());
        boolean passed =
                behind != null && skipped.test(page.contentHash()) && poll.passOver(page.contentHash(), behind);
        if (passed) {
            LOG.warn("{} goes on behind content {}, which a person has skipped", polled, page.contentHash());
        }
        return passed;
    }
}
