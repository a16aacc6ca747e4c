package in.sangam.core.config;

import in.sangam.core.calendar.Calendars;
import in.sangam.core.kpi.KpiCatalogue;
import in.sangam.core.kpi.KpiFiles;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.place.Level;
import in.sangam.core.place.Places;
import in.sangam.core.report.ReportFiles;
import in.sangam.core.report.WeeklyReport;
import in.sangam.core.rule.TimeLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that is configured for the core, checked as a whole.
 *
 * @param reports none where the folder has no {@code reports/}; they change no record, so that the hash leaves them out
 * @param hash SHA-256 (hex) of all files read: part of lineage
 */
public record HubConfig(
        Places places,
        Calendars calendars,
        TimeLimits rules,
        DeclaredMeasures measures,
        KpiCatalogue kpis,
        List<WeeklyReport> reports,
        String hash) {

    /**
     * Loads {@code places/}, {@code holidays/}, {@code rules/}, {@code kpis/} and {@code reports/} of a configuration folder.
     *
     * @throws ConfigException with every error found, when there is one
     */
    public static HubConfig load(Path configDir) {
        ConfigErrors errors = new ConfigErrors();
        ConfigFolder placeFiles = new ConfigFolder(configDir.resolve("places"));
        ConfigFolder holidayFiles = new ConfigFolder(configDir.resolve("holidays"));
        ConfigFolder ruleFiles = new ConfigFolder(configDir.resolve("rules"));
        ConfigFolder kpiFiles = new ConfigFolder(configDir.resolve("kpis"));
        Places places = Places.load(placeFiles, errors);
        Calendars calendars = Calendars.load(holidayFiles, code -> isDistrict(places, code), errors);
        TimeLimits rules = TimeLimits.load(ruleFiles, calendars, places, errors);
        DeclaredMeasures measures = DeclaredMeasures.load(kpiFiles, places, errors);
        KpiCatalogue kpis = KpiFiles.load(kpiFiles, measures, errors);
        List<WeeklyReport> reports =
                ReportFiles.load(new ConfigFolder(configDir.resolve("reports")), measures.types(), errors);
        errors.throwIfAny();
        ConfigFolder trees = new ConfigFolder(configDir.resolve("places").resolve("trees"));
        String hash = ConfigFolder.hash(List.of(placeFiles, trees, holidayFiles, ruleFiles, kpiFiles));
        return new HubConfig(places, calendars, rules, measures, kpis, reports, hash);
    }

    private static boolean isDistrict(Places places, String code) {
        return places.find(code)
                .filter(place -> place.level() == Level.DISTRICT)
                .isPresent();
    }
}
