package in.sangam.core.measure;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The measures that are declared in {@code kpis/measures.yaml}, compiled and indexed by record type, and those of the feeds,
 * which no file declares. A record that belongs to no place counts for the state. Immutable, and safe for many threads.
 */
public final class DeclaredMeasures implements Measures {

    private final Map<String, Measure> byCode = new LinkedHashMap<>();
    private final Map<String, List<Measure>> byType = new HashMap<>();
    private final String root;
    private final MeasureShapes shapes;

    DeclaredMeasures(List<Measure> measures, String root) {
        this.root = root;
        for (Measure measure : measures) {
            byCode.put(measure.code(), measure);
            measure.types().forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(measure));
        }
        for (FeedMeasure each : FeedMeasure.values()) {
            byCode.put(each.code(), new Measure.OfFeeds(each));
        }
        this.shapes = shapesOf();
    }

    /** Loads {@code measures.yaml} of a folder. */
    public static DeclaredMeasures load(ConfigFolder folder, Places places, ConfigErrors errors) {
        List<Measure> measures = MeasureFile.read(folder.path().resolve("measures.yaml"), errors);
        return new DeclaredMeasures(measures, places.root().code());
    }

    @Override
    public List<Contribution> of(CanonicalRecord record) {
        List<Measure> touched = byType.get(record.type());
        if (touched == null || record.isDeleted()) {
            return List.of();
        }
        Reported reported = new Reported(record);
        List<Contribution> contributions = new ArrayList<>(2 * touched.size());
        for (Measure measure : touched) {
            Keys keys = measure.keys();
            String parting = record.field(keys.parting());
            if (parting == null && keys.per() != null) {
                continue;
            }
            for (Subject kind : keys.by()) {
                String subject = kind.in(record, root);
                if (subject != null) {
                    String part = parting == null ? "" : parting;
                    measure.contribute(
                            reported,
                            (code, day, amount) ->
                                    contributions.add(new Contribution(code, subject, part, day, amount)));
                }
            }
        }
        return contributions;
    }

    /** Returns the codes of all measures, in the order of the file, those of the feeds last. */
    public Set<String> codes() {
        return java.util.Collections.unmodifiableSet(byCode.keySet());
    }

    /** Returns the record types that some measure touches. */
    public Set<String> types() {
        return Set.copyOf(byType.keySet());
    }

    /** Returns how the amounts of the measures are to be read. */
    public MeasureShapes shapes() {
        return shapes;
    }

    /** Returns whether amounts of a measure are kept for a kind of subject. */
    public boolean counts(String code, Subject kind) {
        Measure measure = byCode.get(code);
        return measure != null && measure.keys().by().contains(kind);
    }

    private MeasureShapes shapesOf() {
        Map<String, Set<String>> kin = new HashMap<>();
        byType.values()
                .forEach(all -> all.forEach(
                        each -> all.forEach(other -> kin.computeIfAbsent(each.code(), code -> new HashSet<>())
                                .add(other.code()))));
        return new MeasureShapes(
                codes(measure -> measure instanceof Measure.Reading || measure instanceof Measure.OfFeeds),
                codes(measure -> measure instanceof Measure.Reading reading
                        && reading.sense() != Measure.Reading.Sense.PER_PERIOD),
                codes(measure -> measure.keys().per() != null),
                codes(measure -> measure instanceof Measure.Stock),
                kin);
    }

    private Set<String> codes(Predicate<Measure> which) {
        return byCode.values().stream().filter(which).map(Measure::code).collect(Collectors.toUnmodifiableSet());
    }
}
