package in.sangam.core.kpi;

import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** On every day, the weights of the ranked KPIs of one kind of subject add up to 100, so that a weight is a percentage. */
final class Weights {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Weights() {}

    static void check(List<Kpi> kpis, Map<String, YamlNode> files) {
        for (Subject subject : Subject.values()) {
            List<Kpi> ranked = kpis.stream()
                    .filter(kpi -> kpi.ranked() && kpi.subject() == subject)
                    .toList();
            TreeSet<LocalDate> changes = new TreeSet<>();
            for (Kpi kpi : ranked) {
                LocalDate from = kpi.from();
                LocalDate to = kpi.to();
                changes.add(from == null ? LocalDate.of(1900, 1, 1) : from);
                if (to != null) {
                    changes.add(to.plusDays(1));
                }
            }
            changes.stream().filter(day -> !addUp(ranked, day)).findFirst().ifPresent(day -> tell(ranked, day, files));
        }
    }

    private static boolean addUp(List<Kpi> ranked, LocalDate day) {
        List<Kpi> inForce = ranked.stream().filter(kpi -> kpi.isInForce(day)).toList();
        return inForce.isEmpty() || sum(inForce).compareTo(ALL) == 0;
    }

    private static BigDecimal sum(List<Kpi> kpis) {
        return kpis.stream().map(Kpi::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void tell(List<Kpi> ranked, LocalDate day, Map<String, YamlNode> files) {
        List<Kpi> inForce = ranked.stream().filter(kpi -> kpi.isInForce(day)).toList();
        YamlNode file = files.get(inForce.get(inForce.size() - 1).code());
        if (file != null) {
            file.at("weight")
                    .orElse(file)
                    .error(
                            "The weights of ranked KPIs do not add up to 100 on " + day + ": "
                                    + inForce.stream()
                                            .map(kpi -> kpi.code() + " "
                                                    + kpi.weight().toPlainString())
                                            .collect(Collectors.joining(", "))
                                    + " make " + sum(inForce).toPlainString(),
                            "Change a weight, or write 'ranked: false'");
        }
    }
}
