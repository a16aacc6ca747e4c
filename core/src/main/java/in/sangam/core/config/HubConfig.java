package in.sangam.core.config;

import in.sangam.core.calendar.Calendars;
import in.sangam.core.kpi.KpiCatalogue;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.place.Places;
import in.sangam.core.rule.TimeLimits;
import java.nio.file.Path;

/**
 * Everything that is configured for the core, checked as a whole.
 *
 * @param hash SHA-256 (hex) of all files read: part of lineage
 */
public record HubConfig(
        Places places,
        Calendars calendars,
        TimeLimits rules,
        DeclaredMeasures measures,
        KpiCatalogue kpis,
        String hash) {

    /**
     * Loads {@code places/}, {@code holidays/}, {@code rules/} and {@code kpis/} of a configuration folder.
     *
     * @throws ConfigException with every error found, when there is one
     */
    public static HubConfig load(Path configDir) {
        throw new UnsupportedOperationException("Being written: " + configDir);
    }
}
