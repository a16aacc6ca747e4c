package in.sangam.feeds.reconciliation;

import in.sangam.store.FoundDifference;
import in.sangam.store.Statements;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day of one stream at one place for one service: opening + received − disposed = pending by the hub's records, beside what the
 * portal reports.
 *
 * @param stream null when the totals are of several streams together
 * @param place null for records without a place
 * @param counted the hub's side
 * @param reported the portal's side
 */
public record Balance(
        @Nullable String stream, @Nullable String place, @Nullable String service, Counted counted, Reported reported) {

    /** A count that both sides have. */
    public enum Measure {
        OPENING,
        RECEIVED,
        DISPOSED,
        PENDING;

        /** Returns the word in addresses and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is to be said of a count. */
    public enum State {
        SAME,
        DIFFERS,
        /** The portal says nothing: neither the same nor another number. */
        NOT_REPORTED;

        /** Returns the word in addresses and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Pending before the day, received and disposed on it, pending at its end. */
    public record Counted(long opening, long received, long disposed, long pending) {

        static final Counted NOTHING = new Counted(0, 0, 0, 0);

        Counted plus(Counted other) {
            return new Counted(
                    opening + other.opening,
                    received + other.received,
                    disposed + other.disposed,
                    pending + other.pending);
        }
    }

    /** The same by the portal; null is what it did not report. {@code pendingDay}: the day that pending was reported for. */
    public record Reported(
            @Nullable Long opening,
            @Nullable Long received,
            @Nullable Long disposed,
            @Nullable Long pending,
            @Nullable LocalDate pendingDay) {

        static final Reported NOTHING = new Reported(null, null, null, null, null);
    }

    /** Returns the hub's count. */
    public long counted(Measure measure) {
        return switch (measure) {
            case OPENING -> counted.opening;
            case RECEIVED -> counted.received;
            case DISPOSED -> counted.disposed;
            case PENDING -> counted.pending;
        };
    }

    /** Returns the portal's count, null when it did not report it. */
    public @Nullable Long reported(Measure measure) {
        return switch (measure) {
            case OPENING -> reported.opening;
            case RECEIVED -> reported.received;
            case DISPOSED -> reported.disposed;
            case PENDING -> reported.pending;
        };
    }

    /** Returns how the two sides of a count stand to each other. */
    public State state(Measure measure) {
        Long theirs = reported(measure);
        return theirs == null ? State.NOT_REPORTED : theirs == counted(measure) ? State.SAME : State.DIFFERS;
    }

    /** Returns hub minus portal, null when the portal did not report the count. */
    public @Nullable Long difference(Measure measure) {
        Long theirs = reported(measure);
        return theirs == null ? null : Long.valueOf(counted(measure) - theirs);
    }

    /** Returns opening + received − disposed − pending of the hub: 0 unless a case was disposed before it was registered. */
    public long offBalance() {
        return counted.opening + counted.received - counted.disposed - counted.pending;
    }

    /** Returns the same of the portal's own numbers, null unless it reported all four. */
    public @Nullable Long portalOffBalance() {
        return reported.opening == null
                        || reported.received == null
                        || reported.disposed == null
                        || reported.pending == null
                ? null
                : Long.valueOf(reported.opening + reported.received - reported.disposed - reported.pending);
    }

    /** Tells whether a count differs, or something was counted on the day that the portal does not report. */
    public boolean differs() {
        return Stream.of(Measure.values()).anyMatch(this::isDifference);
    }

    /**
     * A stock that was never reported says nothing; what happened on a day and is in no total of it does. That of an opening is
     * the difference of yesterday's pending.
     */
    public boolean isDifference(Measure measure) {
        State state = state(measure);
        return (state == State.DIFFERS && measure != Measure.OPENING)
                || (state == State.NOT_REPORTED
                        && (measure == Measure.RECEIVED || measure == Measure.DISPOSED)
                        && counted(measure) != 0);
    }

    /** The differences to be explained. */
    List<FoundDifference> found() {
        return Stream.of(Measure.values())
                .filter(this::isDifference)
                .map(measure -> new FoundDifference(
                        Objects.requireNonNullElse(stream, ""),
                        Objects.requireNonNullElse(place, ""),
                        Objects.requireNonNullElse(service, ""),
                        measure.word(),
                        counted(measure),
                        reported(measure)))
                .toList();
    }

    /** Returns it as a line of a statement. */
    Statements.Line line(@Nullable Long stated) {
        return new Statements.Line(
                stream,
                place,
                service,
                stated,
                counted.opening,
                counted.received,
                counted.disposed,
                counted.pending,
                reported.opening,
                reported.received,
                reported.disposed,
                reported.pending,
                reported.pendingDay);
    }
}
