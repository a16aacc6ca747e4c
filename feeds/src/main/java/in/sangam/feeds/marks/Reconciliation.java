package in.sangam.feeds.marks;

import in.sangam.core.place.Level;
import in.sangam.core.place.Places;
import in.sangam.store.read.ReconciliationReader;
import in.sangam.store.read.ReconciliationReader.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts the hub's counts of a day beside those that the portal reports, by place and service. */
public final class Reconciliation {

    /** A count that can differ. */
    public enum Measure {
        RECEIVED,
        DISPOSED,
        PENDING
    }

    /**
     * One count of both sides.
     *
     * @param place null for records without a place
     * @param reported null when the portal reports nothing for this place and service
     */
    public record Line(
            @Nullable String place, @Nullable String service, Measure measure, long counted, @Nullable Long reported) {

        /** Returns hub minus portal; a count that the portal does not report is one that it counts as 0. */
        public long difference() {
            return counted - (reported == null ? 0 : reported);
        }
    }

    private record Cell(String place, String service) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byPlace = place.compareTo(other.place);
            return byPlace != 0 ? byPlace : service.compareTo(other.service);
        }
    }

    private final ReconciliationReader reader;
    private final Places places;

    public Reconciliation(ReconciliationReader reader, Places places) {
        this.reader = reader;
        this.places = places;
    }

    /** Returns the portals that report totals. */
    public List<String> portals() {
        return reader.portals();
    }

    /** Returns the latest day that a portal has reported. */
    public Optional<LocalDate> latestDay(String portal) {
        return reader.latestDay(portal);
    }

    /** Compares a day; empty when the portal has reported nothing until then. */
    public List<Line> compare(String portal, LocalDate day) {
        Map<Cell, long[]> reported = new HashMap<>();
        reader.reported(portal, day).forEach(counts -> add(reported, counts, counts.place()));
        if (reported.isEmpty()) {
            return List.of();
        }
        Map<Cell, long[]> counted = new HashMap<>();
        reader.counted(portal, day)
                .forEach(counts -> add(counted, counts, rolledUp(counts.place(), reported.keySet())));
        List<Line> lines = new ArrayList<>();
        Set<Cell> cells = new TreeSet<>(reported.keySet());
        cells.addAll(counted.keySet());
        for (Cell cell : cells) {
            for (Measure measure : Measure.values()) {
                long[] theirs = reported.get(cell);
                long ours = counted.getOrDefault(cell, new long[3])[measure.ordinal()];
                if (theirs != null || ours != 0) {
                    lines.add(new Line(
                            cell.place.isEmpty() ? null : cell.place,
                            cell.service.isEmpty() ? null : cell.service,
                            measure,
                            ours,
                            theirs == null ? null : theirs[measure.ordinal()]));
                }
            }
        }
        return lines;
    }

    /** Portals count by district or so; a record may name a smaller place. */
    private @Nullable String rolledUp(@Nullable String place, Set<Cell> reported) {
        if (place == null || reported.stream().anyMatch(cell -> cell.place.equals(place))) {
            return place;
        }
        return places.ancestors(place).stream()
                .map(above -> above.code())
                .filter(code -> reported.stream().anyMatch(cell -> cell.place.equals(code)))
                .findFirst()
                .orElseGet(() -> places.at(Level.DISTRICT, place)
                        .map(above -> above.code())
                        .orElse(place));
    }

    private static void add(Map<Cell, long[]> to, Counts counts, @Nullable String place) {
        Cell cell = new Cell(Objects.requireNonNullElse(place, ""), Objects.requireNonNullElse(counts.service(), ""));
        long[] sums = to.computeIfAbsent(cell, key -> new long[3]);
        sums[Measure.RECEIVED.ordinal()] += counts.received();
        sums[Measure.DISPOSED.ordinal()] += counts.disposed();
        sums[Measure.PENDING.ordinal()] += counts.pending();
    }
}
