package in.sangam.core.kpi;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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
        "source",
        "subject",
        "levels",
        "roster",
        "numerator",
        "denominator",
        "marks",
        "missing",
        "smallest",
        "from",
        "to"
    };
    private static final List<String> LEVELS = Level.words();

    private static final List<String> SUBJECTS =
            Arrays.stream(Subject.values()).map(Subject::word).toList();

    private final YamlNode node;
    private final DeclaredMeasures measures;
    private final BiFunction<String, String, Optional<Formula>> others;

    /** @param others gives the numerator or denominator of another KPI */
    KpiFile(YamlNode node, DeclaredMeasures measures, BiFunction<String, String, Optional<Formula>> others) {
        this.node = node;
        this.measures = measures;
        this.others = others;
    }

    /** Reads one side of the KPI. */
    Optional<Formula> formula(String side) {
        return node.at(side).flatMap(at -> new FormulaReader(at, measures, subject(), others).read());
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
        node.need("numerator");
        Optional<Formula> numerator = formula("numerator");
        Formula denominator = formula("denominator").orElse(null);
        if (denominator != null && denominator.isAlwaysZero()) {
            node.at("denominator")
                    .ifPresent(
                            at -> at.error("This denominator is always 0", "Nothing can be divided by it; change it"));
        }
        Marks marks = node.at("marks").flatMap(at -> new MarksReader(at).read()).orElse(null);
        boolean ranked = node.flag("ranked", false);
        BigDecimal weight = weight(ranked, marks != null);
        BigDecimal order = node.number("order");
        LocalDate from = node.day("from");
        LocalDate to = node.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            node.error("'to' lies before 'from'", "Put them in order");
        }
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
                        node.textOrNull("source"),
                        subject(),
                        levels(),
                        above,
                        denominator,
                        marks,
                        missing(),
                        node.number("smallest"),
                        roster(),
                        from,
                        to),
                node.file()));
    }

    private Subject subject() {
        return node.at("subject").flatMap(at -> Subject.of(at.oneOf(SUBJECTS))).orElse(Subject.PLACE);
    }

    private @Nullable Fraction missing() {
        YamlNode at = node.at("missing").orElse(null);
        if (at == null || at.text().equals("leave-out")) {
            return null;
        }
        BigDecimal marks = node.number("missing");
        return marks == null ? null : Fraction.of(marks);
    }

    private @Nullable Term roster() {
        YamlNode at = node.at("roster").orElse(null);
        if (at == null) {
            return null;
        }
        String measure = at.text();
        if (!measures.codes().contains(measure)) {
            at.error("No measure '" + measure + "' is declared", NearestWord.remedy(measure, measures.codes()));
            return null;
        }
        if (!measures.shapes().stocks().contains(measure) || !measures.counts(measure, subject())) {
            at.error(measure + " is no roster of a " + subject().word(), "Name a stock counted 'by' it");
            return null;
        }
        return new Term(Term.Aggregate.AS_OF, measure);
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
        if (subject() != Subject.PLACE) {
            node.at("levels").ifPresent(at -> at.error("Only places have levels", "Delete 'levels'"));
            return levels;
        }
        node.need("levels").ifPresent(at -> at.items()
                .forEach(item -> Level.of(item.oneOf(LEVELS)).ifPresent(levels::add)));
        return levels;
    }
}
