package in.sangam.bench.campaign;

import in.sangam.bench.SandboxPortals;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the portals' own ledger says at an instant.
 *
 * @param versions newest version of every record, as a number that orders
 * @param cells every KPI cell of a place
 * @param faulty rows that a fault switch added or a small portal sent: they belong into quarantine and into no number
 */
record Truth(Map<RecordKey, Long> versions, Map<Cell, Cell.Amounts> cells, Set<RecordKey> faulty) {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    static Truth of(SandboxPortals portals) throws IOException, InterruptedException {
        Map<RecordKey, Long> versions = new HashMap<>();
        for (String line : portals.ledger("records.csv")) {
            String[] column = line.split(",", -1);
            versions.put(new RecordKey(column[0], column[1], column[2]), order(column[3]));
        }
        Map<Cell, Cell.Amounts> cells = new HashMap<>();
        for (String line : portals.ledger("kpi.csv")) {
            String[] column = line.split(",", -1);
            if (column[1].contains("/")) {
                continue; // of a post or department, which the hub's API does not list among places
            }
            cells.put(new Cell(column[0], column[1], column[2]), Cell.Amounts.of(column[3], column[4]));
        }
        Set<RecordKey> faulty = new HashSet<>();
        for (String line : portals.ledger("faulty.csv")) {
            String[] column = line.split(",", -1);
            String id = column[2].equals("\"\"") ? "" : column[2]; // a row without a key
            faulty.add(new RecordKey(column[0], column[1], id));
        }
        return new Truth(versions, cells, faulty);
    }

    /** The order of a version as the hub's contract has it, worked out here again: number, or microseconds since 1970. */
    static long order(String version) {
        if (version.chars().allMatch(Character::isDigit)) {
            return Long.parseLong(version);
        }
        Instant at = version.length() == "2026-01-01".length()
                ? LocalDate.parse(version).atStartOfDay(INDIA).toInstant()
                : OffsetDateTime.parse(version.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
