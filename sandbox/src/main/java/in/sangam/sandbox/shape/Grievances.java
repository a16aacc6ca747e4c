package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Generated CPGRAMS grievances: two in three received in the last days, the others under the older time limits, a few of
 * which are still open. Instants are whole milliseconds, as in the portal's export.
 */
final class Grievances {

    static final String PORTAL = "cpgrams";
    private static final String COLUMNS = "cpgrams.grievance_version (id, registration_no, user_code, org_code, state,"
            + " dist_name, pincode, sex, category, diary_date, recvd_date, closing_date, resolution_date,"
            + " subject_content_text, remarks_text, v7_target, complainant_name, mobile, last_updated, district_code)";
    /** The days on which the time limit changed, and the days before. */
    private static final List<LocalDate> EDGES = List.of(
            LocalDate.of(2020, 12, 31),
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2022, 7, 26),
            LocalDate.of(2022, 7, 27),
            LocalDate.of(2024, 8, 22),
            LocalDate.of(2024, 8, 23));
    /**
     * Category codes of the portal's version 7, as published for one ministry, and invented ones of the state (those of a state
     * are not published): ration cards, service matters, courts, RTI and notified certificates.
     */
    private static final List<Integer> CATEGORIES =
            List.of(2174, 2175, 2179, 2183, 2185, 2190, 2198, 2203, 2209, 2228, 90101, 90102, 90103, 90104, 90105);

    private final Shaping.Setting setting;

    Grievances(Shaping.Setting setting) {
        this.setting = setting;
    }

    String fill(Connection connection) throws SQLException {
        List<District> districts = setting.places().districts();
        double[] slowness = setting.temper().slowness(PORTAL);
        Instant last = setting.window().last().truncatedTo(ChronoUnit.MILLIS);
        int grievances = setting.scaled(Shaping.GRIEVANCES);
        try (CopyRows rows = new CopyRows(connection, COLUMNS)) {
            for (int i = 0; i < grievances; i++) {
                Lot lot = Lot.of(setting.seed(), "grievance", i);
                District district = districts.get(i % districts.size());
                double slow = slowness[district.index()];
                Instant received = received(lot, last);
                boolean recent = Duration.between(received, last).toDays() < 75;
                boolean endless = lot.chance((recent ? 0.02 : 0.03) * slow);
                Instant closed = millis(Window.plusDays(received, 0.5 + lot.waiting(13 * slow)));
                Instant forwarded =
                        millis(received.plus(Duration.between(received, closed).dividedBy(3)));
                Person person = Person.drawn(lot);
                Object[] row = row(lot, i, district, received, person);
                rows.add(row);
                if (lot.chance(0.4) && !forwarded.isAfter(last)) {
                    row[14] = "Forwarded to the district; complainant " + person.name() + ", mobile " + person.mobile();
                    row[18] = forwarded;
                    rows.add(row);
                }
                if (!endless && !closed.isAfter(last)) {
                    row[11] = closed;
                    row[12] = closed;
                    row[14] = "Action taken report of " + district.name() + "; identity checked with Aadhaar "
                            + (lot.chance(0.5) ? person.aadhaar() : person.groupedAadhaar());
                    row[18] = closed;
                    rows.add(row);
                }
            }
            return "%,d grievances in %,d versions".formatted(grievances, rows.rows());
        }
    }

    /** Draws a date of receipt: mostly of the last 75 days, the others back to 2019, some on a day the limit changed. */
    private static Instant received(Lot lot, Instant last) {
        Instant oldest = LocalDate.of(2019, 4, 1).atStartOfDay(Window.INDIA).toInstant();
        double span = Duration.between(oldest, last).toMinutes() / 1440.0;
        if (lot.chance(0.03)) {
            Instant edge =
                    Window.plusDays(lot.pick(EDGES).atStartOfDay(Window.INDIA).toInstant(), lot.unit());
            if (edge.isBefore(last)) {
                return millis(edge);
            }
        }
        double daysAgo = lot.chance(0.62) || span < 75 ? lot.between(0, 75) : lot.between(75, span);
        return millis(Window.plusDays(last, -daysAgo));
    }

    private static Object[] row(Lot lot, int number, District district, Instant received, Person person) {
        String serial = "%07d".formatted(100_001 + number);
        return new Object[] {
            "%016x%08x".formatted(lot.next(), number),
            "GOVBH/E/" + Window.day(received).getYear() + "/" + serial,
            "GOVBH" + district.code(),
            "GOVBH",
            "BH",
            district.typed(lot),
            Integer.toString(800_001 + lot.below(55_000)),
            lot.chance(0.35) ? "F" : "M",
            lot.pick(CATEGORIES),
            received,
            received,
            null,
            null,
            "Grievance of " + person.name() + ", son/daughter of " + person.father() + ", Aadhaar "
                    + person.groupedAadhaar() + ": payment is delayed",
            null,
            lot.chance(0.5) ? "Yes" : "No",
            person.name(),
            person.mobile(),
            received,
            district.code()
        };
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
