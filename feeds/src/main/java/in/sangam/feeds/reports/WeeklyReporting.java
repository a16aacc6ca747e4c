package in.sangam.feeds.reports;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.report.WeeklyReport;
import in.sangam.core.report.WeeklyReport.Content;
import in.sangam.core.report.WeeklyReport.Recipient;
import in.sangam.store.KeptReport;
import in.sangam.store.KeptReport.Count;
import in.sangam.store.KeptReport.Listed;
import in.sangam.store.WeeklyReports;
import in.sangam.store.read.Arrivals;
import in.sangam.store.read.WeekReader;
import in.sangam.store.read.WeekReader.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the weekly reports whose weekday has come by the hub's as-of clock, one for each place, and hands them to the outbox of the
 * sinks for each of their recipients. One that is made never changes; one that was missed is made when the hub runs again.
 */
public final class WeeklyReporting {

    private static final int WEEK = 7;

    private final HubConfig config;
    private final WeekReader reader;
    private final WeeklyReports reports;
    private final AsOfClock clock;
    private final Arrivals arrivals;

    public WeeklyReporting(
            HubConfig config, WeekReader reader, WeeklyReports reports, AsOfClock clock, Arrivals arrivals) {
        this.config = config;
        this.reader = reader;
        this.reports = reports;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /**
     * Makes what is due. While records are just arriving nothing is made, for up to six hours: what is made stays.
     *
     * @param sinks as {@code portal.sink}; none: reports are kept and read here alone
     * @return how many reports were made
     */
    public synchronized int makeDue(Collection<String> sinks) {
        List<WeeklyReport> due = config.reports().stream()
                .filter(report -> !reports.isMade(
                        report.code(),
                        report.weekEnd(clock.today()),
                        places(report).size()))
                .filter(report -> !reader.known(report.of().keySet()).isEmpty())
                .toList();
        if (due.isEmpty() || arrivals.isWaiting(null)) {
            return 0;
        }
        return due.stream().mapToInt(report -> make(report, sinks)).sum();
    }

    /** Makes a report for every place that has none for the week yet; returns how many. */
    int make(WeeklyReport report, Collection<String> sinks) {
        LocalDate last = report.weekEnd(clock.today());
        LocalDate first = last.minusDays(WEEK - 1L);
        Map<String, List<Listed>> cases = new LinkedHashMap<>();
        for (Listed each : listed(report, first, last)) {
            at(report, each.place()).ifPresent(place -> cases.computeIfAbsent(place, p -> new ArrayList<>())
                    .add(each));
        }
        List<Counted> counts =
                report.content() == Content.COUNTS ? reader.counts(report.of().keySet(), first, last) : List.of();
        Set<String> known = new TreeSet<>(reader.known(report.of().keySet()));
        int made = 0;
        for (Place place : places(report)) {
            KeptReport.Content content = new KeptReport.Content(
                    report.content() == Content.COUNTS ? counts(report, place, counts, known) : List.of(),
                    cases.getOrDefault(place.code(), List.of()));
            boolean isNew = reports.keep(
                    report.code(),
                    last,
                    place.code(),
                    clock.now(),
                    content,
                    bodies(report, last, place, content),
                    sinks);
            made += isNew ? 1 : 0;
        }
        return made;
    }

    private List<Listed> listed(WeeklyReport report, LocalDate first, LocalDate last) {
        return switch (report.content()) {
            case COUNTS -> List.of();
            case BEYOND_LIMIT -> reader.beyondLimit(report.of().keySet(), last);
            case ABSENT -> reader.absent(report.of().keySet(), first, last);
        };
    }

    private List<Place> places(WeeklyReport report) {
        LocalDate last = report.weekEnd(clock.today());
        return config.places().ofLevel(report.each()).stream()
                .filter(place -> (place.from() == null || !place.from().isAfter(last))
                        && (place.to() == null || !place.to().isBefore(last)))
                .toList();
    }

    private Optional<String> at(WeeklyReport report, @Nullable String place) {
        return place == null
                ? Optional.empty()
                : config.places().at(report.each(), place).map(Place::code);
    }

    private List<Count> counts(WeeklyReport report, Place place, List<Counted> counts, Set<String> known) {
        List<Count> lines = new ArrayList<>();
        for (String type : report.of().keySet()) {
            if (!known.contains(type)) {
                lines.add(new Count(type, null, null, null, null, null));
                continue;
            }
            long[] sums = new long[5];
            counts.stream()
                    .filter(each -> each.type().equals(type))
                    .filter(each -> at(report, each.place())
                            .filter(place.code()::equals)
                            .isPresent())
                    .forEach(each -> {
                        sums[0] += each.received();
                        sums[1] += each.disposed();
                        sums[2] += each.disposedInTime();
                        sums[3] += each.pending();
                        sums[4] += each.beyondLimit();
                    });
            lines.add(new Count(type, sums[0], sums[1], sums[2], sums[3], sums[4]));
        }
        return lines;
    }

    private Map<String, String> bodies(WeeklyReport report, LocalDate last, Place place, KeptReport.Content content) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (Recipient to : report.recipients(config.places(), place.code())) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("report", report.code());
            body.put("nameEn", report.nameEn());
            body.put("nameHi", report.nameHi());
            body.put("weekEnd", last);
            body.put("place", place.code());
            body.put("role", to.role().code());
            body.put("recipientPlace", to.place().code());
            body.put(
                    "asOf",
                    clock.now().atZone(CanonicalRecord.INDIA).toOffsetDateTime().toString());
            body.put("counts", content.counts());
            body.put("cases", content.cases());
            bodies.put(to.code(), KeptReport.json(body));
        }
        return bodies;
    }
}
