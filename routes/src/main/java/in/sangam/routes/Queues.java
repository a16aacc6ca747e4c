package in.sangam.routes;

import java.util.List;

/** The Message Channels between the flows. Each holds pages as UTF-8 JSON bytes and has a Dead Letter Channel of its own. */
public final class Queues {

    /** Pages as they left the edge, on their way to the Normalizer. */
    public static final String PAGE_FETCHED = "hub.page.fetched";

    /** Pages of canonical records, on their way to the store. */
    public static final String PAGE_NORMALISED = "hub.page.normalised";

    /** Every queue of the hub that is not a dead letter queue. */
    public static final List<String> ALL = List.of(PAGE_FETCHED, PAGE_NORMALISED);

    private static final String DEAD = "hub.dead.";

    private Queues() {}

    /** Returns the Dead Letter Channel of a queue. */
    public static String deadLettersOf(String queue) {
        return DEAD + queue;
    }
}
