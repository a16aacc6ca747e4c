package in.sangam.feeds.marks;

import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Period;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.store.read.FeedQualityReader;
import in.sangam.store.read.FeedQualityReader.Counts;
import in.sangam.store.read.FeedQualityReader.Days;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quality of each feed in a month, as three shares: of its time under a promise in which it was later than promised, of its
 * rows that were rejected, of its days without a row. Of portals the same counts are KPIs as well. Months are those of the wall clock, in which feeds come.
 */
public final class FeedQuality {

    private static final int DECIMALS = 4;

    /**
     * A stream, or a portal with all its streams together when {@code stream} is null. A share is exact until shown and null where
     * nothing can be said.
     */
    public record Line(
            String portal,
            @Nullable String stream,
            @Nullable Long promisedSeconds,
            long seconds,
            long lateSeconds,
            @Nullable BigDecimal lateShare,
            long received,
            long rejected,
            @Nullable BigDecimal rejectedShare,
            long days,
            long daysNotReported,
            @Nullable BigDecimal notReportedShare) {}

    private final FeedQualityReader reader;
    private final FeedSettings settings;
    private final Clock wallClock;

    public FeedQuality(FeedQualityReader reader, FeedSettings settings, Clock wallClock) {
        this.reader = reader;
        this.settings = settings;
        this.wallClock = wallClock;
    }

    /** Returns the month of now by the wall clock. */
    public Period current() {
        return Period.of(LocalDate.now(wallClock.withZone(CanonicalRecord.INDIA)));
    }

    /** Returns each portal that was read in a month, followed by its streams. */
    public List<Line> of(Period month) {
        List<Counts> counts = reader.counts(
                settings.feeds(), new Days(month.first(), month.month().atEndOfMonth()));
        List<Line> lines = new ArrayList<>();
        for (ConnectedPortal portal : settings.portals().get()) {
            List<Counts> of = counts.stream()
                    .filter(each -> each.portal().equals(portal.portal()))
                    .toList();
            if (!of.isEmpty()) {
                lines.add(together(portal, of));
                of.forEach(each -> lines.add(line(
                        each.stream(),
                        portal.streams().stream()
                                .filter(stream -> stream.name().equals(each.stream()))
                                .map(stream -> seconds(stream.fresh()))
                                .findFirst()
                                .orElse(null),
                        each)));
            }
        }
        return lines;
    }

    private static Line together(ConnectedPortal portal, List<Counts> of) {
        Long promised = portal.streams().stream()
                .map(stream -> seconds(stream.fresh()))
                .filter(seconds -> seconds != null)
                .min(Long::compare)
                .orElse(null);
        return line(
                null,
                promised,
                new Counts(
                        0,
                        portal.portal(),
                        "",
                        of.stream().mapToLong(Counts::received).sum(),
                        of.stream().mapToLong(Counts::rejected).sum(),
                        of.stream().mapToLong(Counts::seconds).sum(),
                        of.stream().mapToLong(Counts::promised).sum(),
                        of.stream().mapToLong(Counts::late).sum(),
                        of.stream().mapToLong(Counts::days).sum(),
                        of.stream().mapToLong(Counts::reported).sum()));
    }

    private static Line line(@Nullable String stream, @Nullable Long promised, Counts of) {
        long silent = Math.max(0, of.days() - of.reported());
        return new Line(
                of.portal(),
                stream,
                promised,
                of.seconds(),
                of.late(),
                share(of.late(), of.promised()),
                of.received(),
                of.rejected(),
                share(of.rejected(), of.received()),
                of.days(),
                silent,
                share(silent, of.days()));
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : Fraction.of(part).over(Fraction.of(whole)).shown(DECIMALS);
    }

    private static @Nullable Long seconds(@Nullable Duration fresh) {
        return fresh == null ? null : Long.valueOf(fresh.toSeconds());
    }
}
