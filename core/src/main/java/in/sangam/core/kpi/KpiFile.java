package in.sangam.core.kpi;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One KPI's file. */
final class KpiFile {

    private static final String[] KEYS = {
        "kpi",
        "name",
        "order",
        "sector",
        "department",
        "project",
        "unit",
        "direction",
        "ranked",
        "weight",
        "owner",
        "levels",
        "numerator",
        "denominator",
        "marks",
        "from",
        "to"
    };
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::word).toList();

    private final YamlNode node;
    private final DeclaredMeasures measures;

    KpiFile(YamlNode node, DeclaredMeasures measures) {
        this.node = node;
        this.measures = measures;
    }

    Optional<KpiFiles.OrderedKpi> read() {
        if (!node.isMapping()) {
            return Optional.empty();
        }
        node.allow(KEYS);
        Optional<YamlNode> name = node.need("name").map(at -> at.allow("en", "hi"));
        String direction = node.need("direction")
                .map(at -> at.oneOf(List.of("higher", "lower")))
                .orElse("");
        Optional<Term> numerator = node.need("numerator").flatMap(this::term);
        Marks marks = node.at("marks").flatMap(at -> new MarksReader(at).read()).orElse(null);
        boolean ranked = node.flag("ranked", false);
        BigDecimal weight = weight(ranked, marks != null);
        BigDecimal order = node.number("order");
        return numerator.map(above -> new KpiFiles.OrderedKpi(
                order == null ? Integer.MAX_VALUE : order.intValue(),
                new Kpi(
                        node.text("kpi"),
                        name.map(at -> at.text("en")).orElse(""),
                        name.map(at -> at.text("hi")).orElse(""),
                        node.text("sector"),
                        node.text("department"),
                        node.text("project"),
                        node.text("unit"),
                        direction.equals("lower") ? Kpi.Direction.LOWER : Kpi.Direction.HIGHER,
                        ranked,
                        weight,
                        node.text("owner"),
                        levels(),
                        above,
                        node.at("denominator").flatMap(this::term).orElse(null),
                        marks,
                        node.day("from"),
                        node.day("to"))));
    }

    private BigDecimal weight(boolean ranked, boolean marked) {
        BigDecimal weight = node.number("weight");
        if (ranked && (weight == null || weight.signum() <= 0)) {
            node.error("A ranked KPI needs a weight above 0", "Add 'weight:', or write 'ranked: false'");
        }
        if (ranked && !marked) {
            node.error("A ranked KPI needs marks", "Add 'marks:', or write 'ranked: false'");
        }
        return !ranked || weight == null ? BigDecimal.ZERO : weight;
    }

    private Set<Level> levels() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        node.need("levels").ifPresent(at -> at.items()
                .forEach(item -> Level.of(item.oneOf(LEVELS)).ifPresent(levels::add)));
        return levels;
    }

    private Optional<Term> term(YamlNode at) {
        String[] words = at.text().strip().split("\\s+", 2);
        if (words.length != 2) {
            at.error("'" + at.text() + "' is no term", "Write 'sum <flow>' or 'asOf <stock>'");
            return Optional.empty();
        }
        boolean sum = words[0].equals("sum");
        if (!sum && !words[0].equals("asOf")) {
            at.error("'" + words[0] + "' is not known here", NearestWord.remedy(words[0], List.of("sum", "asOf")));
            return Optional.empty();
        }
        String measure = words[1].strip();
        if (!measures.codes().contains(measure)) {
            at.error("No measure '" + measure + "' is declared", NearestWord.remedy(measure, measures.codes()));
            return Optional.empty();
        }
        if (measures.isStock(measure) == sum) {
            at.error(measure + (sum ? " is a stock" : " is a flow"), sum ? "Write 'asOf'" : "Write 'sum'");
        }
        return Optional.of(new Term(sum ? Term.Aggregate.SUM : Term.Aggregate.AS_OF, measure));
    }
}
