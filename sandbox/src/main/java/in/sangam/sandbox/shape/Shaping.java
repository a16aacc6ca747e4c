package in.sangam.sandbox.shape;

import in.sangam.sandbox.home.Address;
import in.sangam.sandbox.home.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How public event logs become the records of five portals: the one place to read, and to change, the shape of the
 * sandbox. Everything is drawn from one stored seed, so that the same as-of instant, seed and scale give the same records.
 *
 * <ul>
 *   <li><b>RTPS</b> replays the permit log of a Dutch municipality: its time axis and its durations × ¼ (its 56-day median
 *       deadline ≙ 10 working days). A case is submitted, complete when its receipt was confirmed, at most once seen under
 *       process, and disposed with the first event at or after its end date. Each <i>responsible</i> stands for a place.
 *   <li><b>Lok Shikayat</b> replays a city's 311 requests: five years of arrivals on {@value #REQUEST_COMPRESSION} times
 *       less time; days open × {@value #REQUEST_STRETCH} and a few days more, because a complaint is heard before it is
 *       disposed, while a pothole is only filled. Each <i>neighbourhood</i> stands for a place.
 *   <li>A log is replayed, each time with another offset and another map of its groups to districts ({@link Replay}),
 *       until every district has its disposals in the as-of month: {@value #DISPOSALS} or more, by its load. The as-of
 *       instant cuts through the log: what had not happened then is not there, and such a case is open.
 *   <li>Each district has its own slowness, a factor on durations, and load ({@link Temper}). {@value #REJECTED} of the
 *       disposals are rejections. Block and service are drawn inside the district.
 *   <li><b>Generated</b>, because no log holds them: 1–3 hearings per complaint with attendance entered for 85–100 % by
 *       district, salary cases and postings, CPGRAMS grievances with receipt dates across all four time limits, schemes.
 *   <li>Small portals keep what an office would fill in by hand, and drop it as files ({@link Returns}); generated as well.
 *   <li>Every row carries an invented person ({@link Person}), and district names come in the spellings that public data
 *       show.
 * </ul>
 */
public final class Shaping {

    static final double LOG_COMPRESSION = 4;
    static final double RTPS_HISTORY_DAYS = 75;
    static final double TATKAL = 0.1;
    static final double TATKAL_HASTE = 0.2;
    static final double REQUEST_COMPRESSION = 12;
    static final double REQUEST_STRETCH = 5;
    static final double REQUEST_HISTORY_DAYS = 125;
    static final double REJECTED = 0.08;
    static final int DISPOSALS = 100;
    static final int SALARY_CASES = 3_600;
    static final int POSTS_PER_DISTRICT = 18;
    static final int GRIEVANCES = 5_600;

    /** What every part of the fill needs to know. */
    record Setting(Window window, long seed, double scale, Places places, Temper temper) {

        List<Double> targets(String portal) {
            return Arrays.stream(temper.load(portal))
                    .mapToObj(load -> Math.ceil(load * DISPOSALS * scale))
                    .toList();
        }

        int scaled(int count) {
            return Math.max(1, (int) Math.round(count * scale));
        }
    }

    private Shaping() {}

    /**
     * Makes and fills the tables, one transaction a server; leaves them as they are when they are filled already. Then
     * those of Lok Shikayat are seen beside the others.
     *
     * @param tables as a role that may create schemas and roles
     * @param asOf what is "now" for the portals; no row is younger
     * @param scale share of the full number of records, 1 for all; the {@value #DISPOSALS} disposals scale with it
     * @param progress takes one line per portal
     * @throws IllegalStateException when the tables were filled with another as-of instant, seed or scale
     */
    public static void fill(Tables tables, Instant asOf, long seed, double scale, Consumer<String> progress)
            throws SQLException {
        Map<String, String> wanted = new TreeMap<>(
                Map.of("as-of", asOf.toString(), "seed", Long.toString(seed), "scale", Double.toString(scale)));
        try (Connection connection = tables.portals().getConnection();
                Connection lokShikayat = tables.lokShikayat().getConnection()) {
            if (filled(connection, wanted)) {
                progress.accept("The portals are filled as of " + asOf);
                see(tables);
                return;
            }
            connection.setAutoCommit(false);
            lokShikayat.setAutoCommit(false);
            Places places = new Places();
            fill(
                    connection,
                    lokShikayat,
                    new Setting(Window.before(asOf), seed, scale, places, new Temper(seed, places.districts())),
                    progress);
            try (CopyRows settings = new CopyRows(connection, "truth.setting (name, value)")) {
                for (Map.Entry<String, String> entry : wanted.entrySet()) {
                    settings.add(entry.getKey(), entry.getValue());
                }
            }
            // The settings say that all is filled, so they come last.
            lokShikayat.commit();
            connection.commit();
            connection.setAutoCommit(true);
            lokShikayat.setAutoCommit(true);
            execute(connection, "analyze");
            execute(lokShikayat, "analyze");
        }
        see(tables);
    }

    /** Shows the tables of Lok Shikayat beside those of the other portals, as the ledger reads them. */
    public static void see(Tables tables) throws SQLException {
        Address lokShikayat = tables.toLokShikayat();
        try (Connection connection = tables.portals().getConnection()) {
            execute(
                    connection,
                    Resource.sql("lok-shikayat-seen.sql")
                            .replace(":port", Integer.toString(lokShikayat.port()))
                            .replace(":database", lokShikayat.database())
                            .replace(":user", lokShikayat.user())
                            .replace(":password", lokShikayat.password()));
        }
    }

    private static void fill(Connection connection, Connection lokShikayat, Setting setting, Consumer<String> progress)
            throws SQLException {
        execute(connection, Resource.sql("schema.sql"));
        execute(lokShikayat, Resource.sql("lok-shikayat.sql"));
        copy(
                connection,
                "truth.place (code, level, name_en, name_hi, parent)",
                setting.places().tree());
        copy(connection, "truth.holiday (day, name, class)", holidays());
        execute(connection, Resource.sql("calendar.sql"));
        progress.accept("RTPS: " + new Applications(setting).fill(connection));
        execute(connection, "analyze rtps.application_version");
        execute(
                connection,
                Resource.sql("totals.sql")
                        .replace(":now", literal(setting.window().last())));
        progress.accept("Lok Shikayat: " + new Complaints(setting).fill(lokShikayat));
        progress.accept(
                "HRMS: " + new SalaryCases(setting).fill(connection) + ", " + new Postings(setting).fill(connection));
        progress.accept("CPGRAMS: " + new Grievances(setting).fill(connection));
        progress.accept("CM dashboard: " + new Schemes(setting).fill(connection));
        progress.accept("Small portals: " + new Returns(setting).fill(connection));
    }

    /** Returns whether these tables hold a complete fill; refuses one of another setting. */
    private static boolean filled(Connection connection, Map<String, String> wanted) throws SQLException {
        try (Statement statement = connection.createStatement();
                var exists = statement.executeQuery("select to_regclass('truth.setting') is not null")) {
            if (!exists.next() || !exists.getBoolean(1)) {
                return false;
            }
        }
        Map<String, String> stored = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select name, value from truth.setting")) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getString(2));
            }
        }
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            String value = stored.get(entry.getKey());
            if (value == null) {
                return false;
            }
            if (!value.equals(entry.getValue())) {
                throw new IllegalStateException(
                        "These portals were filled with " + entry.getKey() + " " + value + ", not " + entry.getValue()
                                + "; start them as they were filled, or choose an empty data folder");
            }
        }
        return true;
    }

    private static List<Object[]> holidays() {
        return Resource.rows("bihar_holidays_2022_2026.csv").stream()
                .map(row -> new Object[] {row.getField("date"), row.getField("name"), row.getField("holiday_class")})
                .toList();
    }

    static int copy(Connection connection, String target, List<Object[]> rows) throws SQLException {
        try (CopyRows copy = new CopyRows(connection, target)) {
            for (Object[] row : rows) {
                copy.add(row);
            }
            return copy.rows();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String literal(Instant instant) {
        return "timestamptz '" + instant + "'";
    }
}
