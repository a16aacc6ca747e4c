package in.sangam.core.kpi;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.kpi.Term.Aggregate;
import in.sangam.core.kpi.Term.Bound;
import in.sangam.core.measure.DeclaredMeasures;
import in.sangam.core.measure.FeedMeasure;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads formulas such as {@code sum a + 2 * sum b} or {@code 4 * roster it-manager}. */
final class FormulaReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern COUNT = Pattern.compile("(\\S+) (>=|=) (\\d{1,12}(?:\\.\\d{1,9})?)(?: in (\\S+))?");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+");
    private static final Pattern OTHER = Pattern.compile("(numerator|denominator) (\\S+)");
    private static final List<String> WORDS =
            Arrays.stream(Aggregate.values()).map(Aggregate::word).toList();
    private static final List<String> LEVELS = Level.words();

    private final YamlNode at;
    private final DeclaredMeasures measures;
    private final Subject subject;
    private final BiFunction<String, String, Optional<Formula>> others;

    /** @param others gives the numerator or denominator of another KPI by its code, with an error when it cannot */
    FormulaReader(
            YamlNode at,
            DeclaredMeasures measures,
            Subject subject,
            BiFunction<String, String, Optional<Formula>> others) {
        this.at = at;
        this.measures = measures;
        this.subject = subject;
        this.others = others;
    }

    Optional<Formula> read() {
        String text = at.text().strip().replaceAll("\\s+", " ");
        if (text.contains(" / ")) {
            at.error(
                    "A formula does not divide",
                    "Put what is above into 'numerator', what is below into 'denominator'");
            return Optional.empty();
        }
        List<Formula.Part> parts = new ArrayList<>();
        boolean negative = false;
        for (String piece : text.split("(?<= [+-] )|(?= [+-] )")) {
            if (piece.equals(" + ") || piece.equals(" - ")) {
                negative = piece.equals(" - ");
                continue;
            }
            List<Formula.Part> read = part(piece.strip(), negative ? BigDecimal.ONE.negate() : BigDecimal.ONE);
            if (read == null) {
                return Optional.empty();
            }
            parts.addAll(read);
        }
        return Optional.of(new Formula(parts));
    }

    private @Nullable List<Formula.Part> part(String text, BigDecimal sign) {
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            return others.apply(other.group(2), other.group(1))
                    .map(formula -> formula.parts().stream()
                            .map(part -> new Formula.Part(part.times().multiply(sign), part.terms()))
                            .toList())
                    .orElse(null);
        }
        BigDecimal times = sign;
        List<Term> terms = new ArrayList<>();
        for (String factor : text.split(" \\* ")) {
            if (NUMBER.matcher(factor).matches()) {
                times = times.multiply(new BigDecimal(factor));
                continue;
            }
            Term term = term(factor);
            if (term == null) {
                return null;
            }
            terms.add(term);
        }
        if (terms.stream().filter(Term::countsRecords).count() > 1) {
            at.error(
                    "'" + text + "' multiplies two counts of records",
                    "Multiply by numbers, 'weeks' or 'roster <level>'");
            return null;
        }
        return List.of(new Formula.Part(times, terms));
    }

    private @Nullable Term term(String text) {
        String[] words = text.split(" ", 2);
        String rest = words.length == 1 ? "" : words[1];
        Aggregate aggregate = Arrays.stream(Aggregate.values())
                .filter(each -> each.word().equals(words[0]))
                .findFirst()
                .orElse(null);
        if (aggregate == null) {
            at.error("'" + words[0] + "' is not known here", NearestWord.remedy(words[0], WORDS));
            return null;
        }
        return switch (aggregate) {
            case WEEKS, DAYS ->
                rest.isEmpty() ? new Term(aggregate, "") : unread(text, "Write '" + aggregate.word() + "' alone");
            case EXCUSED ->
                TYPE.matcher(rest).matches()
                        ? new Term(aggregate, rest)
                        : unread(text, "Write 'excused <record type>', such as 'excused hearing'");
            case COUNT_WHERE -> count(rest);
            case ROSTER -> roster(rest);
            case SUM, AS_OF, LAST -> measure(aggregate, rest);
        };
    }

    private @Nullable Term unread(String text, String remedy) {
        at.error("'" + text + "' is no term", remedy);
        return null;
    }

    private @Nullable Term count(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.matches()) {
            return unread(
                    "countWhere " + text,
                    "Write 'countWhere <measure> >= 1', or with ' in block' behind it for places");
        }
        Bound bound = new Bound(new BigDecimal(count.group(3)), count.group(2).equals("="));
        String measure = count.group(1);
        if (!isDeclared(measure)) {
            return null;
        }
        String level = count.group(4);
        if (level != null) {
            return level(level)
                    .map(each -> new Term(Aggregate.COUNT_WHERE, measure, bound, each))
                    .orElse(null);
        }
        if (!measures.shapes().parted().contains(measure)) {
            at.error(
                    measure + " does not say which things it counts",
                    "Add 'per: <field>' to the measure, or ' in block' here");
            return null;
        }
        return new Term(Aggregate.COUNT_WHERE, measure, bound, null);
    }

    private @Nullable Term roster(String text) {
        if (LEVELS.contains(text)) {
            return level(text)
                    .map(level -> new Term(Aggregate.ROSTER, "", null, level))
                    .orElse(null);
        }
        if (!isDeclared(text)) {
            return null;
        }
        if (!measures.shapes().parted().contains(text)
                || !measures.shapes().stocks().contains(text)) {
            at.error(text + " is no roster", "Declare it as 'stock: {from: …, until: …}' with 'per: <field>'");
            return null;
        }
        return new Term(Aggregate.ROSTER, text);
    }

    private Optional<Level> level(String word) {
        if (!LEVELS.contains(word)) {
            at.error("'" + word + "' is no level of place", NearestWord.remedy(word, LEVELS));
        }
        return Level.of(word);
    }

    private @Nullable Term measure(Aggregate aggregate, String measure) {
        if (!isDeclared(measure)) {
            return null;
        }
        Aggregate fitting = measures.shapes().stocks().contains(measure)
                ? Aggregate.AS_OF
                : measures.shapes().last().contains(measure) ? Aggregate.LAST : Aggregate.SUM;
        if (aggregate != fitting) {
            String what =
                    switch (fitting) {
                        case AS_OF -> " is a stock";
                        case LAST -> " is read by its latest";
                        default -> " is a flow";
                    };
            at.error(measure + what, "Write '" + fitting.word() + "'");
        }
        return new Term(aggregate, measure);
    }

    private boolean isDeclared(String measure) {
        if (!measures.codes().contains(measure)) {
            at.error("No measure '" + measure + "' is declared", NearestWord.remedy(measure, measures.codes()));
            return false;
        }
        if (!measures.counts(measure, subject)) {
            at.error(
                    measure + " is not counted for a " + subject.word(),
                    FeedMeasure.isNamed(measure)
                            ? "Write 'subject: portal'"
                            : "Add '" + subject.word() + "' to 'by:' of the measure");
            return false;
        }
        return true;
    }
}
