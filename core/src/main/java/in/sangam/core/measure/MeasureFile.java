package in.sangam.core.measure;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.Measure.Reading.Sense;
import in.sangam.core.record.FieldType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code measures.yaml}. */
final class MeasureFile {

    private static final List<String> SUBJECTS =
            Arrays.stream(Subject.values()).map(Subject::word).toList();

    private MeasureFile() {}

    static List<Measure> read(Path file, ConfigErrors errors) {
        List<Measure> measures = new ArrayList<>();
        YamlFile.read(file, errors).filter(YamlNode::isMapping).ifPresent(all -> all.members()
                .forEach((code, node) -> measure(code, node).ifPresent(measures::add)));
        return measures;
    }

    private static Optional<Measure> measure(String code, YamlNode node) {
        node.allow("of", "flow", "last", "latest", "stock", "amount", "when", "by", "per");
        if (code.indexOf('#') >= 0) {
            node.error("A measure's name must not hold '#'", "Take the '#' out");
        }
        if (FeedMeasure.isNamed(code)) {
            node.error("Measures named 'feed.…' are counted by the hub itself", "Give it another name");
        }
        node.need("of");
        Set<String> types = node.words("of");
        Condition when =
                node.at("when").map(at -> new ConditionParser(at).condition()).orElse(Condition.ALWAYS);
        Keys keys = keys(node);
        List<String> forms = Stream.of("flow", "stock", "last", "latest")
                .filter(form -> node.at(form).isPresent())
                .toList();
        if (forms.size() != 1) {
            node.error(
                    "Must be either a flow, a stock, or the last of cumulative or the latest of standing readings",
                    "Write 'flow: <field>', 'stock: {from: …, until: …}', 'last: day' or 'latest: day'");
            return Optional.empty();
        }
        String amount = amount(node);
        Optional<YamlNode> form = node.at(forms.get(0));
        return switch (forms.get(0)) {
            case "stock" -> {
                node.at("amount").ifPresent(at -> at.error("A stock counts records", "Delete 'amount'"));
                yield stock(code, types, keys, form.orElseThrow(), when);
            }
            case "last", "latest" -> {
                String number = amount == null ? "value" : amount;
                Sense sense = forms.get(0).equals("last") ? Sense.CUMULATIVE : Sense.STANDING;
                yield day(form).map(on -> new Measure.Reading(code, types, keys, on, number, sense, when));
            }
            default ->
                day(form)
                        .map(on -> amount == null
                                ? new Measure.Flow(code, types, keys, on, when)
                                : new Measure.Reading(code, types, keys, on, amount, Sense.PER_PERIOD, when));
        };
    }

    private static Optional<DayOf> day(Optional<YamlNode> at) {
        return at.flatMap(day -> new ConditionParser(day).day());
    }

    private static Keys keys(YamlNode node) {
        List<Subject> by = new ArrayList<>();
        node.at("by").ifPresent(at -> at.items()
                .forEach(item -> Subject.of(item.oneOf(SUBJECTS)).ifPresent(by::add)));
        String per = node.textOrNull("per");
        if (per != null && Field.named(per).isEmpty()) {
            node.at("per")
                    .ifPresent(at -> at.error(
                            "No kind of record has a field '" + per + "'", NearestWord.remedy(per, Field.names())));
        }
        return new Keys(by.isEmpty() ? List.of(Subject.PLACE) : List.copyOf(by), per);
    }

    private static Optional<Measure> stock(String code, Set<String> types, Keys keys, YamlNode node, Condition when) {
        node.allow("from", "until");
        DayOf until = day(node.at("until")).orElse(null);
        return day(node.need("from")).map(from -> new Measure.Stock(code, types, keys, from, until, when));
    }

    private static @Nullable String amount(YamlNode node) {
        YamlNode at = node.at("amount").orElse(null);
        if (at == null) {
            return null;
        }
        boolean number = Field.named(at.text())
                .filter(field -> field.type() == FieldType.NUMBER)
                .isPresent();
        if (!number) {
            at.error(
                    "'" + at.text() + "' is no number of a record",
                    "Name a field such as value, or delete 'amount' to count");
        }
        return at.text();
    }
}
