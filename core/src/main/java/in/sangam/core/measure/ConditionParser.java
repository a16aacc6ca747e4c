package in.sangam.core.measure;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.record.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions such as {@code disposed <= due and mode = normal} and days such as {@code due + 1 day}. A word that
 * names a field is that field; anything else is a literal, quoted or not.
 */
final class ConditionParser {

    private static final Pattern REPORTED = Pattern.compile("(\\w+) is (not )?reported");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) ?(<=|>=|!=|=|<|>) ?('[^']*'|\"[^\"]*\"|\\S+)");
    private static final Pattern DAY = Pattern.compile("(\\w+)(?: ?([+-]) ?(\\d{1,4}) days?)?");

    private final YamlNode at;

    ConditionParser(YamlNode at) {
        this.at = at;
    }

    /** Reads the whole condition; what cannot be read is an error. */
    Condition condition() {
        List<Condition> all = new ArrayList<>();
        for (String part : at.text().strip().split("\\s+and\\s+")) {
            one(part.replaceAll("\\s+", " ")).ifPresent(all::add);
        }
        return new Condition.All(List.copyOf(all));
    }

    /** Reads a day; what cannot be read is an error. */
    Optional<DayOf> day() {
        Matcher day = DAY.matcher(at.text().strip().replaceAll("\\s+", " "));
        if (!day.matches()) {
            at.error("'" + at.text() + "' is not a day of the record", "Write a field, or 'due + 1 day'");
            return Optional.empty();
        }
        int days = day.group(3) == null ? 0 : Integer.parseInt(day.group(3));
        return field(day.group(1))
                .filter(this::isDated)
                .map(field -> new DayOf(field.name(), "-".equals(day.group(2)) ? -days : days));
    }

    private Optional<Condition> one(String part) {
        Matcher reported = REPORTED.matcher(part);
        if (reported.matches()) {
            boolean expected = reported.group(2) == null;
            return field(reported.group(1)).map(field -> new Condition.IsReported(field.name(), expected));
        }
        Matcher compared = COMPARED.matcher(part);
        if (!compared.matches()) {
            at.error(
                    "'" + part + "' is not a condition",
                    "Write 'field = word', 'field <= field' or 'field is not reported', joined with 'and'");
            return Optional.empty();
        }
        Comparison comparison = Comparison.of(compared.group(2)).orElseThrow();
        return field(compared.group(1)).flatMap(field -> compared(field, comparison, compared.group(3)));
    }

    private Optional<Condition> compared(Field field, Comparison comparison, String right) {
        // 'status = disposed' means the word, although there is also a day of that name, and a number named pending
        Field other = Field.named(right)
                .filter(named -> named.isDated() == field.isDated() && isNumber(named) == isNumber(field))
                .orElse(null);
        String name = other == null ? null : other.name();
        String literal = right.matches("'.*'|\".*\"") ? right.substring(1, right.length() - 1) : right;
        try {
            if (field.isDated()) {
                return Optional.of(new Condition.Days(
                        field.name(), comparison, name, name == null ? LocalDate.parse(literal) : null));
            }
            if (isNumber(field)) {
                return Optional.of(new Condition.Numbers(
                        field.name(), comparison, name, name == null ? new BigDecimal(literal) : null));
            }
        } catch (DateTimeException | NumberFormatException e) {
            at.error(
                    "'" + right + "' does not compare with " + field.name(),
                    "Write a field or a " + (field.isDated() ? "day such as 2026-10-31" : "number"));
            return Optional.empty();
        }
        if (!comparison.fitsWords()) {
            at.error(field.name() + " is a word: it has no order", "Use = or !=");
            return Optional.empty();
        }
        return Optional.of(new Condition.Words(field.name(), comparison, name, name == null ? literal : null));
    }

    private Optional<Field> field(String name) {
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            at.error("No kind of record has a field '" + name + "'", NearestWord.remedy(name, Field.names()));
        }
        return field;
    }

    private static boolean isNumber(Field field) {
        return field.type() == FieldType.NUMBER;
    }

    private boolean isDated(Field field) {
        if (!field.isDated()) {
            at.error(field.name() + " is no day", "Name a field such as registered, disposed or due");
        }
        return field.isDated();
    }
}
