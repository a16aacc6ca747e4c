package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Generated returns of the small portals: a district or office fills in a sheet and drops it. Everything about one of them, from
 * its rows to the cells of its file, stands in {@code sql/returns/<portal>.sql}. At a smaller scale fewer places report.
 */
final class Returns {

    /** The small portals by name. */
    static final List<String> PORTALS = List.of(
            "lsk-inspection",
            "it-meetings",
            "vishwakarma",
            "ayushman",
            "asset-declaration",
            "jkdmm",
            "service-grievance",
            "report-uploads",
            "inspection-reports",
            "pop-review",
            "websites",
            "biometric",
            "encroachment-watch",
            "rtps-appeals",
            "lok-shikayat-appeals",
            "cpgrams-appeals",
            "cpgrams-actions",
            "hrms-leave",
            "court-cases",
            "rti",
            "legislature-questions",
            "sparrow",
            "e-office",
            "gem",
            "elections",
            "hrms-problems",
            "lsk-counters");

    private final Shaping.Setting setting;

    Returns(Shaping.Setting setting) {
        this.setting = setting;
    }

    /** Fills the tables of all; those of HRMS must be there, for the ledger counts its IT managers. */
    String fill(Connection connection) throws SQLException {
        execute(connection, "returns.sql");
        try (CopyRows spellings = new CopyRows(connection, "truth.spelling (code, spelling)")) {
            for (District district : setting.places().districts()) {
                for (String spelling : district.spellings()) {
                    spellings.add(district.code(), spelling);
                }
            }
        }
        for (String portal : PORTALS) {
            execute(connection, "returns/" + portal + ".sql");
        }
        execute(connection, "ledger/returns.sql");
        return "returns of " + PORTALS.size();
    }

    private void execute(Connection connection, String file) throws SQLException {
        Shaping.execute(
                connection,
                Resource.sql(file)
                        .replace(":now", Shaping.literal(setting.window().last()))
                        .replace(":scale", Double.toString(setting.scale()))
                        .replace(":seed", Long.toString(setting.seed())));
    }
}
