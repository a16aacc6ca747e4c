package in.sangam.sandbox.shape;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Generated list of the CM dashboard's schemes: sector, department, project and KPI code; 67 of them are ranked. */
final class Schemes {

    private static final String COLUMNS =
            "cmdashboard.scheme (scheme_no, sector, department, project, kpi_code, name_en,"
                    + " name_hi, ranked, updated_at)";
    private static final int RANKED = 67;
    private static final int ALL = 87;
    private static final List<String[]> SECTORS = List.of(
            new String[] {"Public services", "General Administration", "लोक सेवा"},
            new String[] {"Grievances", "Public Grievance Redressal", "लोक शिकायत"},
            new String[] {"Personnel", "Finance", "कार्मिक"},
            new String[] {"Health", "Health", "स्वास्थ्य"},
            new String[] {"Education", "Education", "शिक्षा"},
            new String[] {"Rural development", "Rural Development", "ग्रामीण विकास"},
            new String[] {"Urban development", "Urban Development and Housing", "नगर विकास"},
            new String[] {"Energy", "Energy", "ऊर्जा"},
            new String[] {"Water", "Public Health Engineering", "पेयजल"});
    private static final List<String> MEASURED = List.of(
            "rtps-disposed-in-time",
            "rtps-pending-beyond-limit",
            "lok-shikayat-over-60-days",
            "hearing-attendance-entered",
            "salary-cases-over-15-days",
            "cpgrams-pending-beyond-limit");

    private final Shaping.Setting setting;

    Schemes(Shaping.Setting setting) {
        this.setting = setting;
    }

    String fill(Connection connection) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, COLUMNS)) {
            for (int i = 0; i < ALL; i++) {
                String[] sector = SECTORS.get(i % SECTORS.size());
                int project = i / SECTORS.size() + 1;
                rows.add(
                        "SCH-%03d".formatted(i + 1),
                        sector[0],
                        sector[1],
                        sector[0] + " project " + project,
                        i < MEASURED.size() ? MEASURED.get(i) : "cmd-%03d".formatted(i + 1),
                        sector[0] + " scheme " + project,
                        sector[2] + " योजना " + project,
                        i < RANKED,
                        setting.window().daysBeforeLast(30 - i / 4.0));
            }
            return "%d schemes, %d of them ranked".formatted(ALL, RANKED);
        }
    }
}
