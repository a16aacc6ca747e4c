package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Generated salary cases of HRMS: registered in the last hundred days, resolved, rejected or still open. */
final class SalaryCases {

    private static final String COLUMNS = "hrms.salary_case_version (case_no, employee_code, employee_name, mobile,"
            + " ddo_code, district_name, office, reason, registered_on, resolved_on, status, changed_at, district_code)";
    private static final List<String> OFFICES = List.of(
            "जिला शिक्षा पदाधिकारी / DEO",
            "सिविल सर्जन / Civil Surgeon",
            "समाहरणालय / Collectorate",
            "अंचल कार्यालय / Circle Office");
    private static final List<String> REASONS = List.of(
            "Attendance count not sent", "Service book not verified", "Allotment awaited", "Bank account refused");

    private final Shaping.Setting setting;

    SalaryCases(Shaping.Setting setting) {
        this.setting = setting;
    }

    String fill(Connection connection) throws SQLException {
        List<District> districts = setting.places().districts();
        double[] slowness = setting.temper().slowness("hrms");
        Instant last = setting.window().last();
        int cases = setting.scaled(Shaping.SALARY_CASES);
        try (CopyRows rows = new CopyRows(connection, COLUMNS)) {
            for (int i = 0; i < cases; i++) {
                Lot lot = Lot.of(setting.seed(), "salary case", i);
                District district = districts.get(i % districts.size());
                double slow = slowness[district.index()];
                double age = lot.chance(0.6) ? lot.between(0, 40) : lot.between(0, 100);
                Instant registered = setting.window().daysBeforeLast(age);
                boolean endless = lot.chance(0.06 * slow);
                Instant resolved = Window.plusDays(registered, 0.2 + lot.waiting(9 * slow));
                boolean seen = !endless && !resolved.isAfter(last);
                Object[] row = row(lot, i, district, registered);
                rows.add(row);
                if (seen) {
                    row[9] = Window.day(resolved);
                    row[10] = lot.chance(0.06) ? "REJECTED" : "RESOLVED";
                    row[11] = resolved;
                    rows.add(row);
                }
            }
            return "%,d salary cases in %,d versions".formatted(cases, rows.rows());
        }
    }

    private static @Nullable Object[] row(Lot lot, int number, District district, Instant registered) {
        Person person = Person.drawn(lot);
        return new @Nullable Object[] {
            "SAL/" + Window.day(registered).getYear() + "/" + (100_001 + number),
            "E" + (2_000_000 + lot.below(700_000)),
            person.name(),
            person.mobile(),
            "DDO" + district.code() + "-" + (1 + lot.below(20)),
            district.typed(lot),
            lot.pick(OFFICES),
            lot.pick(REASONS),
            Window.day(registered),
            null,
            "OPEN",
            registered,
            district.code()
        };
    }
}
