package in.sangam.core.kpi;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.DeclaredMeasures;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a folder that declare KPIs: every YAML file but {@code measures.yaml}. A code may be declared several
 * times for different days: each declaration is the method of its time.
 */
public final class KpiFiles {

    private final DeclaredMeasures measures;
    private final Map<String, YamlNode> byCode = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private KpiFiles(DeclaredMeasures measures) {
        this.measures = measures;
    }

    /** Loads all KPIs, checked against the measures and against each other. */
    public static KpiCatalogue load(ConfigFolder folder, DeclaredMeasures measures, ConfigErrors errors) {
        return new KpiFiles(measures).read(folder, errors);
    }

    private KpiCatalogue read(ConfigFolder folder, ConfigErrors errors) {
        List<YamlNode> files = new ArrayList<>();
        for (Path file : folder.files(".yaml", errors)) {
            if (!file.endsWith("measures.yaml")) {
                YamlFile.read(file, errors).ifPresent(node -> {
                    files.add(node);
                    node.at("kpi").ifPresent(code -> byCode.putIfAbsent(code.text(), node));
                });
            }
        }
        List<OrderedKpi> kpis = new ArrayList<>();
        for (YamlNode file : files) {
            String code = file.isMapping() ? file.text("kpi") : "";
            open.add(code);
            file(file, file).read().ifPresent(kpi -> add(kpis, kpi, file));
            open.remove(code);
        }
        kpis.sort(Comparator.comparingInt(OrderedKpi::order));
        List<Kpi> all = kpis.stream().map(OrderedKpi::kpi).toList();
        Weights.check(all, byCode);
        return new KpiCatalogue(all);
    }

    private static void add(List<OrderedKpi> kpis, OrderedKpi kpi, YamlNode file) {
        for (OrderedKpi other : kpis) {
            if (other.kpi().code().equals(kpi.kpi().code()) && overlap(other.kpi(), kpi.kpi())) {
                file.error(
                        "Code '" + kpi.kpi().code() + "' is taken by " + other.file() + " on the same days",
                        "Choose another, or part the two by 'from' and 'to'");
            }
        }
        kpis.add(kpi);
    }

    private static boolean overlap(Kpi a, Kpi b) {
        return startsBefore(a.from(), b.to()) && startsBefore(b.from(), a.to());
    }

    private static boolean startsBefore(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }

    /** Reads a file; what it says of other KPIs is looked up, with errors told where it says so. */
    private KpiFile file(YamlNode node, YamlNode told) {
        return new KpiFile(node, measures, (code, side) -> other(code, side, told));
    }

    private Optional<Formula> other(String code, String side, YamlNode told) {
        YamlNode node = byCode.get(code);
        YamlNode at = told.at("numerator").orElse(told);
        if (node == null) {
            at.error("There is no KPI '" + code + "'", NearestWord.remedy(code, byCode.keySet()));
            return Optional.empty();
        }
        if (!open.add(code)) {
            at.error(
                    "Goes round in a circle: " + String.join(" → ", open) + " → " + code,
                    "Name measures in one of them");
            return Optional.empty();
        }
        try {
            Optional<Formula> formula = file(node, told).formula(side);
            if (formula.isEmpty() && node.at(side).isEmpty()) {
                at.error(code + " has no " + side, "Name its numerator");
            }
            return formula;
        } finally {
            open.remove(code);
        }
    }

    /** A KPI and where it stands among the others. */
    record OrderedKpi(int order, Kpi kpi, String file) {}
}
