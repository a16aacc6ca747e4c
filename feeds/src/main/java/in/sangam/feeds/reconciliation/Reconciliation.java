package in.sangam.feeds.reconciliation;

import in.sangam.core.place.Level;
import in.sangam.core.place.Places;
import in.sangam.store.read.ReconciliationReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the hub's counts of a day beside those that the portal reports, by stream, place and service. */
public final class Reconciliation {

    private record Cell(String stream, String place, String service) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::stream).thenComparing(Cell::place).thenComparing(Cell::service);

        static Cell of(@Nullable String stream, @Nullable String place, @Nullable String service) {
            return new Cell(
                    Objects.requireNonNullElse(stream, ""),
                    Objects.requireNonNullElse(place, ""),
                    Objects.requireNonNullElse(service, ""));
        }

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
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
    public List<Balance> compare(String portal, LocalDate day) {
        List<ReconciliationReader.Reported> totals = reader.reported(portal, day);
        if (totals.isEmpty()) {
            return List.of();
        }
        List<ReconciliationReader.Counted> records = reader.counted(portal, day);
        Set<String> named = new HashSet<>();
        totals.forEach(total -> named.add(Objects.requireNonNullElse(total.stream(), "")));
        String only = onlyStream(named, records);
        Map<Cell, Balance.Reported> reported = new HashMap<>();
        Set<String> where = new HashSet<>();
        for (ReconciliationReader.Reported total : totals) {
            reported.put(
                    Cell.of(total.stream() == null ? only : total.stream(), total.place(), total.service()),
                    new Balance.Reported(
                            total.opening(), total.received(), total.disposed(), total.pending(), total.pendingDay()));
            where.add(Objects.requireNonNullElse(total.place(), ""));
        }
        Map<Cell, Balance.Counted> counted = new HashMap<>();
        for (ReconciliationReader.Counted count : records) {
            String stream = named.contains(count.stream()) ? count.stream() : only;
            counted.merge(
                    Cell.of(stream, rolledUp(count.place(), where), count.service()),
                    new Balance.Counted(count.opening(), count.received(), count.disposed(), count.pending()),
                    Balance.Counted::plus);
        }
        return balances(counted, reported);
    }

    /** The one stream that totals without a stream can speak of; empty for several together. */
    private static String onlyStream(Set<String> named, List<ReconciliationReader.Counted> records) {
        List<String> streams = records.stream()
                .map(ReconciliationReader.Counted::stream)
                .filter(stream -> !named.contains(stream))
                .distinct()
                .toList();
        return streams.size() == 1 ? streams.get(0) : "";
    }

    private static List<Balance> balances(Map<Cell, Balance.Counted> counted, Map<Cell, Balance.Reported> reported) {
        Map<Cell, Balance> all = new TreeMap<>();
        Set<Cell> cells = new HashSet<>(counted.keySet());
        cells.addAll(reported.keySet());
        for (Cell cell : cells) {
            Balance.Counted ours = counted.getOrDefault(cell, Balance.Counted.NOTHING);
            if (reported.containsKey(cell) || !ours.equals(Balance.Counted.NOTHING)) {
                all.put(
                        cell,
                        new Balance(
                                cell.stream.isEmpty() ? null : cell.stream,
                                cell.place.isEmpty() ? null : cell.place,
                                cell.service.isEmpty() ? null : cell.service,
                                ours,
                                reported.getOrDefault(cell, Balance.Reported.NOTHING)));
            }
        }
        return new ArrayList<>(all.values());
    }

    /** Portals count by district or so; a record may name a smaller place. */
    private @Nullable String rolledUp(@Nullable String place, Set<String> reported) {
        if (place == null || reported.contains(place)) {
            return place;
        }
        return places.ancestors(place).stream()
                .map(above -> above.code())
                .filter(reported::contains)
                .findFirst()
                .orElseGet(() -> places.at(Level.DISTRICT, place)
                        .map(above -> above.code())
                        .orElse(place));
    }
}
