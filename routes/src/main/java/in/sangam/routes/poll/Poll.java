package in.sangam.routes.poll;

import in.sangam.core.page.SourcePage;
import in.sangam.kit.Ask;
import in.sangam.kit.Stream;
import in.sangam.kit.edge.Fetched;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a stream from its first ask to its last answer. Lives as an exchange property of a single thread.
 *
 * <p>The cursor moves with each answer while rows come in the order of the cursor. When a portal answers out of order, it
 * moves only at the end of the poll: a crash between would otherwise skip what had not come yet. So it does where the portal
 * says how many rows there are: only the end shows that none is missing.
 */
final class Poll {

    private static final String PROPERTY = "poll";

    private final Stream stream;
    private final Set<String> answers = new HashSet<>();
    private @Nullable String saved;
    private @Nullable Ask ask;
    private @Nullable String highest;
    private List<SourcePage> pages = List.of();
    private byte @Nullable [] unreadable;
    private boolean ordered;
    private boolean interrupted;
    private boolean askedAgain;
    private boolean tookOver;
    private int rows;

    Poll(Stream stream, @Nullable String saved, Ask first) {
        this.stream = stream;
        this.saved = saved;
        this.ask = first;
        this.ordered = !stream.source().counted();
    }

    static @Nullable Poll in(Exchange exchange) {
        return exchange.getProperty(PROPERTY, Poll.class);
    }

    static Poll of(Exchange exchange) {
        return Objects.requireNonNull(in(exchange), "no poll has begun on this exchange");
    }

    void begin(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    boolean goesOn() {
        return ask != null && !interrupted;
    }

    /** Ends the poll before the portal has given everything; the next one goes on from the cursor. */
    void interrupt() {
        interrupted = true;
    }

    boolean interrupted() {
        return interrupted;
    }

    /** Notes whether somebody else may have polled the stream before the turn that has come. */
    void tookOver(boolean others) {
        tookOver = others;
    }

    boolean tookOver() {
        return tookOver;
    }

    Ask ask() {
        return Objects.requireNonNull(ask, "the poll has ended");
    }

    /** Tells whether the same request has not been repeated yet. */
    boolean mayAskAgain() {
        return !askedAgain;
    }

    /** Lets the same ask be made once more. */
    void askAgain() {
        askedAgain = true;
        pages = List.of();
    }

    /** Takes an answer in; throws {@link PollFailed} when it, or its rows, were given before in this poll. */
    void answered(Fetched fetched, List<SourcePage> cut, boolean ascending, @Nullable String first) {
        boolean repeats = !fetched.rows().isEmpty()
                && (!answers.add(fetched.sourceHash()) || !answers.add(stream.fingerprint(fetched.rows())));
        if (repeats || askedBefore()) {
            throw new PollFailed(
                    PollFailed.Code.PAGE_REPEATS,
                    "The portal gave the same page twice in one poll; it is not followed further."
                            + " Ask the portal's owner about its paging",
                    null);
        }
        askedAgain = false;
        boolean follows = first == null || highest == null || first.equals(stream.higher(first, highest));
        ordered = ordered && ascending && follows;
        highest = stream.higher(highest, fetched.cursorTo());
        rows += fetched.rows().size();
        pages = cut;
        ask = fetched.next();
    }

    private boolean askedBefore() {
        return ask != null && ask.token() != null && !answers.add("ask " + ask.cursor() + ' ' + ask.token());
    }

    /**
     * Goes on behind an answer that cannot be read. Returns false when the same content was passed over in this poll already:
     * a portal that answers everything with it is not walked to no end.
     */
    boolean passOver(String contentHash, Ask behind) {
        if (!answers.add(contentHash)) {
            return false;
        }
        pages = List.of();
        ask = behind;
        return true;
    }

    /** Holds an answer that stopped the poll for those who note it. */
    void stoppedBy(byte[] answer) {
        unreadable = answer;
    }

    /** Returns the answer that stopped the poll, null when none did. */
    byte @Nullable [] unreadable() {
        return unreadable;
    }

    /** Takes in what was read of something that cannot repeat itself; the poll goes on with the next ask, null at the end. */
    void read(List<SourcePage> cut, int count, @Nullable Ask next) {
        rows += count;
        pages = cut;
        ask = next;
    }

    List<SourcePage> pages() {
        return pages;
    }

    /** Leaves of the answer's pages only these to be sent. */
    void send(List<SourcePage> some) {
        pages = some;
    }

    int rows() {
        return rows;
    }

    @Nullable
    String saved() {
        return saved;
    }

    /** Returns where the cursor may move to now; null when it stays. It never moves back. */
    @Nullable
    String nextCursor() {
        String to = stream.higher(saved, highest);
        boolean may = ordered || ask == null;
        return may && !Objects.equals(to, saved) ? to : null;
    }

    void moved(String cursor) {
        saved = cursor;
    }
}
