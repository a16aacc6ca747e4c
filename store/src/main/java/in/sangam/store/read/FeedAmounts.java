package in.sangam.store.read;

import in.sangam.core.kpi.Period;
import in.sangam.core.measure.FeedMeasure;
import in.sangam.core.measure.MeasureShapes;
import in.sangam.core.measure.Subject;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.store.read.FeedQualityReader.Counts;
import in.sangam.store.read.FeedQualityReader.Days;
import in.sangam.store.read.FeedQualityReader.Feed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The measures of the feeds for the portals that are connected. A month is the calendar's by the wall clock, in which feeds come;
 * the as-of month lasts until now, because for a hub whose clock stands still all comes at that instant. A portal that was not
 * read in a month has reported nothing in it; one that was never read is told of in the as-of month alone, since nobody can say
 * whether it was connected before.
 */
public final class FeedAmounts {

    /** Counts no feed. */
    public static final FeedAmounts NONE = new FeedAmounts(List::of, Clock.systemUTC());

    private final Supplier<List<Feed>> feeds;
    private final Clock wallClock;

    /** @param feeds the streams that are connected; asked each time */
    public FeedAmounts(Supplier<List<Feed>> feeds, Clock wallClock) {
        this.feeds = feeds;
        this.wallClock = wallClock;
    }

    /** Adds the amounts of consecutive months to what is read of records. */
    void add(JdbcClient queries, List<Period> periods, LocalDate asOf, MeasureSums sums) {
        List<Feed> connected = feeds.get();
        if (connected.isEmpty()) {
            return;
        }
        List<Days> months = periods.stream().map(period -> days(period, asOf)).toList();
        if (isOpen(periods.get(periods.size() - 1), asOf)) {
            connected.forEach(feed -> put(sums, feed.portal(), new @Nullable BigDecimal[months.size() + 1], null));
        }
        for (Counts counts : FeedQualityReader.counts(queries, connected, months)) {
            put(sums, counts.portal(), in(counts.span(), months.size(), 1), counts);
        }
    }

    private static boolean isOpen(Period period, LocalDate asOf) {
        return period.compareTo(Period.of(asOf)) >= 0;
    }

    private Days days(Period period, LocalDate asOf) {
        LocalDate first = period.first();
        if (!isOpen(period, asOf)) {
            return new Days(first, period.month().atEndOfMonth());
        }
        LocalDate today = LocalDate.now(wallClock.withZone(CanonicalRecord.INDIA));
        return new Days(today.isBefore(first) ? today.withDayOfMonth(1) : first, today);
    }

    private static void put(MeasureSums sums, String portal, @Nullable BigDecimal[] reports, @Nullable Counts counts) {
        String subject = Subject.PORTAL.named(portal);
        for (FeedMeasure each : FeedMeasure.values()) {
            sums.add(MeasureShapes.reports(each.code()), subject, reports);
            if (counts != null) {
                sums.add(each.code(), subject, in(counts.span(), reports.length - 1, amount(each, counts)));
            }
        }
    }

    private static long amount(FeedMeasure measure, Counts counts) {
        return switch (measure) {
            case RECEIVED -> counts.received();
            case REJECTED -> counts.rejected();
            case DAYS -> counts.days();
            case DAYS_REPORTED -> Math.min(counts.days(), counts.reported());
            case SECONDS -> counts.promised();
            case SECONDS_LATE -> Math.min(counts.promised(), counts.late());
        };
    }

    /** Returns an amount in one of some months; before them nothing counts. */
    private static @Nullable BigDecimal[] in(int month, int months, long amount) {
        @Nullable BigDecimal[] amounts = new @Nullable BigDecimal[months + 1];
        amounts[month + 1] = BigDecimal.valueOf(amount);
        return amounts;
    }
}
