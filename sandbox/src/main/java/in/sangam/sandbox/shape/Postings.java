package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Generated postings of HRMS: two holders of each post, one after the other; the second still holds it. */
final class Postings {

    private static final String COLUMNS = "hrms.posting_version (posting_no, employee_code, employee_name, post_code,"
            + " post_name, district_name, from_date, to_date, changed_at, district_code)";
    private static final List<String> POSTS = List.of(
            "District Magistrate",
            "Deputy Development Commissioner",
            "District Public Grievance Redressal Officer",
            "IT Manager",
            "Sub-Divisional Officer",
            "Circle Officer",
            "Block Development Officer",
            "Revenue Officer",
            "Executive Officer");

    private final Shaping.Setting setting;

    Postings(Shaping.Setting setting) {
        this.setting = setting;
    }

    String fill(Connection connection) throws SQLException {
        // However small the sandbox, there is an IT manager to expect inspections of.
        int posts = Math.max(POSTS.indexOf("IT Manager") + 1, setting.scaled(Shaping.POSTS_PER_DISTRICT));
        int postings = 0;
        try (CopyRows rows = new CopyRows(connection, COLUMNS)) {
            for (District district : setting.places().districts()) {
                for (int i = 0; i < posts; i++) {
                    Lot lot = Lot.of(setting.seed(), "posting", district.code(), i);
                    Object[] first = row(lot, 300_001 + postings++, district, i, lot.between(500, 1_000));
                    Object[] second = row(lot, 300_001 + postings++, district, i, lot.between(5, 480));
                    rows.add(first);
                    first[7] = second[6];
                    first[8] = second[8];
                    rows.add(first);
                    rows.add(second);
                }
            }
            return "%,d postings in %,d versions".formatted(postings, rows.rows());
        }
    }

    private Object[] row(Lot lot, int number, District district, int post, double daysAgo) {
        Instant from = setting.window().daysBeforeLast(daysAgo);
        return new Object[] {
            "PST/" + number,
            "E" + (2_000_000 + lot.below(700_000)),
            Person.drawn(lot).name(),
            "P" + district.code() + "-" + (post + 1),
            POSTS.get(post % POSTS.size()),
            district.typed(lot),
            Window.day(from),
            null,
            from,
            district.code()
        };
    }
}
