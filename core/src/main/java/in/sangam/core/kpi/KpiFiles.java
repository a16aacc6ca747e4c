package in.sangam.core.kpi;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.DeclaredMeasures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a folder that declare KPIs: every YAML file but {@code measures.yaml}. */
public final class KpiFiles {

    private KpiFiles() {}

    /** Loads all KPIs, checked against the measures; two with one code are an error. */
    public static KpiCatalogue load(ConfigFolder folder, DeclaredMeasures measures, ConfigErrors errors) {
        List<OrderedKpi> kpis = new ArrayList<>();
        Map<String, YamlNode> codes = new HashMap<>();
        for (Path file : folder.files(".yaml", errors)) {
            if (!file.endsWith("measures.yaml")) {
                Optional<YamlNode> node = YamlFile.read(file, errors);
                node.flatMap(at -> new KpiFile(at, measures).read()).ifPresent(kpi -> {
                    kpis.add(kpi);
                    YamlNode first = codes.putIfAbsent(kpi.kpi().code(), node.orElseThrow());
                    if (first != null) {
                        node.orElseThrow()
                                .error("Code '" + kpi.kpi().code() + "' is taken by " + first.file(), "Choose another");
                    }
                });
            }
        }
        kpis.sort(Comparator.comparingInt(OrderedKpi::order));
        return new KpiCatalogue(kpis.stream().map(OrderedKpi::kpi).toList());
    }

    /** A KPI and where it stands among the others. */
    record OrderedKpi(int order, Kpi kpi) {}
}
