package in.sangam.feeds.publication;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Composite;
import in.sangam.core.kpi.Fraction;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiEvaluator;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Ranking;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.Audit;
import in.sangam.store.Corrections;
import in.sangam.store.Corrections.Correction;
import in.sangam.store.Publications;
import in.sangam.store.read.PublishedMonth;
import in.sangam.store.read.PublishedMonth.Figure;
import in.sangam.store.read.PublishedMonth.Rank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a month for good. A further version needs a reason and something that moved: records that came later, or an
 * adjustment that two people have signed. Adjustments count for the place and for all places above it.
 */
public final class MonthlyPublication {

    /** Why a month is not published now. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String why;

        Refused(String why, String message) {
            super(message);
            this.why = why;
        }

        /** Returns the reason as a word: {@code not-over} or {@code nothing-moved}. */
        public String why() {
            return why;
        }
    }

    private static final List<Level> LEVELS = List.of(Level.STATE, Level.DIVISION, Level.DISTRICT);
    private static final List<Level> RANKED = List.of(Level.DISTRICT, Level.DIVISION);

    private final FigureBoard board;
    private final HubConfig config;
    private final Publications publications;
    private final Corrections corrections;
    private final Audit audit;

    public MonthlyPublication(
            FigureBoard board, HubConfig config, Publications publications, Corrections corrections, Audit audit) {
        this.board = board;
        this.config = config;
        this.publications = publications;
        this.corrections = corrections;
        this.audit = audit;
    }

    /**
     * Publishes the next version of a month as its records and signed adjustments stand now.
     *
     * @throws Refused when the month is not over, or a further version would move nothing
     */
    public PublishedMonth publish(Period period, String by, String reason) {
        Figures figures = board.at(period);
        if (!figures.end().equals(period.month().atEndOfMonth())
                || !board.current().month().isAfter(period.month())) {
            throw new Refused("not-over", "The month " + period + " is not over yet");
        }
        Optional<PublishedMonth> before = publications.newest(period.toString());
        PublishedMonth now = state(figures, before.map(PublishedMonth::version).orElse(0) + 1, by, reason);
        if (before.isPresent() && Restatement.between(before.get(), now).lines().isEmpty()) {
            throw new Refused(
                    "nothing-moved",
                    "Nothing has moved since version " + before.get().version()
                            + ": a correction counts when two people have signed it, or when its records have come");
        }
        publications.publish(now);
        audit.note(by, "month.publish", period + " version " + now.version(), reason);
        return now;
    }

    /** Returns what a further version of a published month would move; empty when it was never published. */
    public Optional<Restatement> offered(Period period) {
        return publications
                .newest(period.toString())
                .map(published ->
                        Restatement.between(published, state(board.at(period), published.version() + 1, "", "")));
    }

    private PublishedMonth state(Figures figures, int version, String by, String reason) {
        Map<String, Map<String, KpiValue>> values = values(figures);
        List<Figure> all = new ArrayList<>();
        values.forEach((subject, ofSubject) -> ofSubject.values().forEach(value -> all.add(figure(value))));
        List<Rank> ranks = new ArrayList<>();
        for (Level level : RANKED) {
            ranks.addAll(ranks(figures, config.places().ofLevel(level).stream().map(Place::code), values));
        }
        for (Subject kind : Subject.BESIDE_PLACES) {
            ranks.addAll(ranks(figures, figures.subjects(kind).stream(), values));
        }
        return new PublishedMonth(
                figures.period().toString(),
                version,
                Instant.now(),
                by,
                reason,
                figures.asOf(),
                figures.changeNo(),
                config.hash(),
                all,
                ranks);
    }

    private Map<String, Map<String, KpiValue>> values(Figures figures) {
        Map<String, Map<String, KpiValue>> values = new LinkedHashMap<>();
        for (Level level : LEVELS) {
            config.places()
                    .ofLevel(level)
                    .forEach(place -> values.put(place.code(), new LinkedHashMap<>(figures.values(place.code()))));
        }
        Subject.BESIDE_PLACES.stream()
                .flatMap(kind -> figures.subjects(kind).stream())
                .forEach(subject -> values.put(subject, new LinkedHashMap<>(figures.values(subject))));
        corrections.adjustments(figures.period().toString()).forEach(each -> adjust(figures, values, each));
        return values;
    }

    private void adjust(Figures figures, Map<String, Map<String, KpiValue>> values, Correction adjustment) {
        Kpi kpi = config.kpis().find(adjustment.kpi(), figures.period()).orElse(null);
        BigDecimal amount = adjustment.amount();
        if (kpi == null || amount == null) {
            return;
        }
        List<String> subjects = new ArrayList<>(List.of(adjustment.place()));
        config.places().ancestors(adjustment.place()).forEach(place -> subjects.add(place.code()));
        for (String subject : subjects) {
            Map<String, KpiValue> ofSubject = values.getOrDefault(subject, Map.of());
            KpiValue value = ofSubject.get(kpi.code());
            if (value != null) {
                boolean above = adjustment.part().equals("numerator");
                ofSubject.put(
                        kpi.code(),
                        KpiEvaluator.of(
                                kpi,
                                subject,
                                figures.period(),
                                above ? plus(value.numerator(), amount) : value.numerator(),
                                above ? value.denominator() : plus(value.denominator(), amount)));
            }
        }
    }

    private static BigDecimal plus(@Nullable BigDecimal number, BigDecimal amount) {
        return number == null ? amount : number.add(amount);
    }

    private static List<Rank> ranks(
            Figures figures, Stream<String> subjects, Map<String, Map<String, KpiValue>> values) {
        List<Composite> composites = subjects.map(subject -> Composite.of(
                        subject,
                        figures.period(),
                        figures.kpis(),
                        new HashMap<>(values.getOrDefault(subject, Map.of()))))
                .toList();
        return Ranking.of(composites).stream()
                .map(ranked -> new Rank(
                        ranked.composite().place(),
                        ranked.rank(),
                        text(ranked.composite().mark())))
                .toList();
    }

    private static Figure figure(KpiValue value) {
        return new Figure(
                value.kpi(),
                value.place(),
                value.numerator(),
                value.denominator(),
                text(value.marks()),
                value.state().name());
    }

    private static @Nullable String text(@Nullable Fraction fraction) {
        return fraction == null ? null : fraction.toString();
    }
}
