package in.sangam.routes.deliver;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which KPIs a portal asks for: {@code kpis:} of the flows of KPI values. A flow without it asks for every KPI of places; those of
 * posts, departments and portals are sent where they are named.
 *
 * @param kpisBySink sink as {@code portal.sink} → codes of KPIs
 */
public record KpiChoice(Map<String, Set<String>> kpisBySink) {

    /** The key of a flow that lists KPIs. */
    static final String KPIS = "kpis";

    /** Tells whether a sink asks for a KPI. */
    public boolean asks(String sink, String kpi) {
        return kpisBySink.getOrDefault(sink, Set.of()).contains(kpi);
    }

    /**
     * Reads the flows of KPI values in a folder; no folder means that no KPI is asked for.
     *
     * @param known codes of the KPIs there are, each with what it is worked out for
     * @throws ConfigException naming file, line and the nearest KPI for each that there is none of
     */
    public static KpiChoice load(Path folder, Map<String, Subject> known) {
        ConfigErrors errors = new ConfigErrors();
        Map<String, Set<String>> kpis = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.toString().endsWith(".yaml")).sorted().forEach(file -> YamlFile.read(
                                file, errors)
                        .filter(flow -> Flows.KPI_VALUE.equals(flow.textOrNull("send")))
                        .ifPresent(flow -> read(flow, known, kpis)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        errors.throwIfAny();
        return new KpiChoice(Map.copyOf(kpis));
    }

    private static void read(YamlNode flow, Map<String, Subject> known, Map<String, Set<String>> kpis) {
        Set<String> asked = new HashSet<>();
        flow.at(KPIS)
                .ifPresentOrElse(
                        list -> list.items().forEach(each -> asked.add(each.oneOf(known.keySet()))),
                        () -> known.forEach((kpi, subject) -> {
                            if (subject == Subject.PLACE) {
                                asked.add(kpi);
                            }
                        }));
        flow.words("to").forEach(sink -> kpis.computeIfAbsent(sink, any -> new HashSet<>())
                .addAll(asked));
    }
}
