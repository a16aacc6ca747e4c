package in.sangam.core.measure;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The measures that are declared in {@code kpis/measures.yaml}, compiled and indexed by record type. A record that
 * belongs to no place counts for the state. Immutable, and safe for many threads.
 */
public final class DeclaredMeasures implements Measures {

    private final Map<String, Measure> byCode = new LinkedHashMap<>();
    private final Map<String, List<Measure>> byType = new HashMap<>();
    private final String root;

    DeclaredMeasures(List<Measure> measures, String root) {
        this.root = root;
        for (Measure measure : measures) {
            byCode.put(measure.code(), measure);
            measure.types().forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(measure));
        }
    }

    /** Loads {@code measures.yaml} of a folder. */
    public static DeclaredMeasures load(ConfigFolder folder, Places places, ConfigErrors errors) {
        List<Measure> measures = MeasureFile.read(folder.path().resolve("measures.yaml"), errors);
        return new DeclaredMeasures(measures, places.root().code());
    }

    @Override
    public List<Contribution> of(CanonicalRecord record) {
        List<Measure> touched = byType.get(record.type());
        if (touched == null) {
            return List.of();
        }
        Reported reported = new Reported(record);
        String place = record.place();
        String subject = place == null ? root : place;
        String service = record.fields().getOrDefault("service", "");
        List<Contribution> contributions = new ArrayList<>(2 * touched.size());
        for (Measure measure : touched) {
            measure.contribute(
                    reported,
                    (day, amount) ->
                            contributions.add(new Contribution(measure.code(), subject, service, day, amount)));
        }
        return contributions;
    }

    /** Returns the codes of all measures, in the order of the file. */
    public Set<String> codes() {
        return java.util.Collections.unmodifiableSet(byCode.keySet());
    }

    /** Returns the record types that some measure touches. */
    public Set<String> types() {
        return Set.copyOf(byType.keySet());
    }

    /**
     * Returns whether a measure is a stock (its value is the sum to the end of a day) or a flow (a sum over days).
     *
     * @throws IllegalArgumentException when there is no such measure
     */
    public boolean isStock(String code) {
        Measure measure = byCode.get(code);
        if (measure == null) {
            throw new IllegalArgumentException("No measure '" + code + "' is declared");
        }
        return measure instanceof Measure.Stock;
    }
}
