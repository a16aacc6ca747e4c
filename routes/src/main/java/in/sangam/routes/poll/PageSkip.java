package in.sangam.routes.poll;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Connector;
import in.sangam.kit.Cursor;
import in.sangam.kit.Stream;
import in.sangam.store.UnreadablePages;
import in.sangam.store.read.UnreadableReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision to go on without an answer that cannot be read. Where the portal pages by offset, the walk goes on
 * behind it. Where only the answer itself names the next page, the stream can go on from a later cursor, which the person
 * must give. A stream that is read whole has nothing behind.
 */
public final class PageSkip {

    private final Supplier<List<Connector>> connectors;
    private final UnreadablePages pages;
    private final Polls polls;
    private final AsOfClock asOf;

    /** Takes the connectors as they are in force whenever it asks. */
    public PageSkip(Supplier<List<Connector>> connectors, DataSource database, Polls polls, AsOfClock asOf) {
        this.connectors = connectors;
        this.pages = new UnreadablePages(database);
        this.polls = polls;
        this.asOf = asOf;
    }

    /**
     * Skips an unreadable answer, audited, and polls its stream at once. Returns why that cannot be, empty when it is done.
     *
     * @param from cursor to go on from, null to go on behind the answer
     */
    public Optional<String> skip(UnreadableReader.Entry page, @Nullable String from, String who, String why) {
        Stream stream = connectors.get().stream()
                .flatMap(connector -> connector.streams().stream())
                .filter(each ->
                        each.portal().equals(page.portal()) && each.name().equals(page.stream()))
                .findFirst()
                .orElse(null);
        if (stream == null) {
            return Optional.of("No connector reads " + page.portal() + "." + page.stream() + " any longer.");
        }
        String cursor =
                from == null || stream.cursor() == null ? null : stream.cursor().read(from, asOf.now());
        Optional<String> refusal = refusal(stream, page, from, cursor);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!pages.skip(page.id(), cursor, who, why)) {
            return Optional.of("It is not open: it was skipped before, or the portal has become readable.");
        }
        polls.pollNow(stream.id());
        return Optional.empty();
    }

    private static Optional<String> refusal(
            Stream stream, UnreadableReader.Entry page, @Nullable String from, @Nullable String cursor) {
        if (from == null) {
            return goesOnBehind(stream) ? Optional.empty() : Optional.of(nothingBehind(stream));
        }
        if (stream.cursor() == null) {
            return Optional.of(stream + " has no cursor to go on from: it is always read whole.");
        }
        if (cursor == null) {
            return Optional.of("'" + from + "' is no cursor of " + stream + ", such as " + example(stream, page)
                    + ", or lies in the future.");
        }
        String now = page.cursor();
        return now != null && stream.cursor().compare(cursor, now) <= 0
                ? Optional.of(stream + " has been read to " + now + "; give a cursor behind that.")
                : Optional.empty();
    }

    private static boolean goesOnBehind(Stream stream) {
        return stream.source().behind(stream.firstAsk(null, Instant.EPOCH)) != null;
    }

    private static String nothingBehind(Stream stream) {
        Cursor cursor = stream.cursor();
        return cursor == null
                ? stream
                        + " is always read whole, so that nothing lies behind this answer: only the portal can mend it."
                : "Only this answer could tell where " + stream
                        + " goes on. Give in 'from' the value of '" + cursor.field()
                        + "' to go on from; rows that changed before that and were not read stay unread.";
    }

    private static String example(Stream stream, UnreadableReader.Entry page) {
        Cursor cursor = stream.cursor();
        return page.cursor() != null ? page.cursor() : cursor == null ? "" : cursor.from();
    }
}
