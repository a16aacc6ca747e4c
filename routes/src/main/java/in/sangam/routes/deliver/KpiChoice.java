package in.sangam.routes.deliver;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which KPIs a portal asks for: {@code kpis:} of the flows of KPI values. A flow without it asks for every KPI.
 *
 * @param kpisBySink sink as {@code portal.sink} → codes of KPIs; a sink that is not there asks for every one
 */
public record KpiChoice(Map<String, Set<String>> kpisBySink) {

    /** The key of a flow that lists KPIs. */
    static final String KPIS = "kpis";

    /** Tells whether a sink asks for a KPI. */
    public boolean asks(String sink, String kpi) {
        Set<String> kpis = kpisBySink.get(sink);
        return kpis == null || kpis.contains(kpi);
    }

    /**
     * Reads the flows of KPI values in a folder; no folder means that every KPI is asked for.
     *
     * @param known codes of the KPIs there are
     * @throws ConfigException naming file, line and the nearest KPI for each that there is none of
     */
    public static KpiChoice load(Path folder, Collection<String> known) {
        ConfigErrors errors = new ConfigErrors();
        Map<String, Set<String>> kpis = new HashMap<>();
        Set<String> everything = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.toString().endsWith(".yaml")).sorted().forEach(file -> YamlFile.read(
                                file, errors)
                        .filter(flow -> Flows.KPI_VALUE.equals(flow.textOrNull("send")))
                        .ifPresent(flow -> read(flow, known, kpis, everything)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        errors.throwIfAny();
        kpis.keySet().removeAll(everything);
        return new KpiChoice(Map.copyOf(kpis));
    }

    private static void read(
            YamlNode flow, Collection<String> known, Map<String, Set<String>> kpis, Set<String> everything) {
        Set<String> asked = new HashSet<>();
        flow.at(KPIS).ifPresent(list -> list.items().forEach(each -> asked.add(each.oneOf(known))));
        for (String sink : flow.words("to")) {
            if (flow.at(KPIS).isEmpty()) {
                everything.add(sink);
            } else {
                kpis.computeIfAbsent(sink, any -> new HashSet<>()).addAll(asked);
            }
        }
    }
}
