package in.sangam.core.measure;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.record.FieldType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code measures.yaml}. */
final class MeasureFile {

    private MeasureFile() {}

    static List<Measure> read(Path file, ConfigErrors errors) {
        List<Measure> measures = new ArrayList<>();
        YamlFile.read(file, errors).filter(YamlNode::isMapping).ifPresent(all -> all.members()
                .forEach((code, node) -> measure(code, node).ifPresent(measures::add)));
        return measures;
    }

    private static Optional<Measure> measure(String code, YamlNode node) {
        node.allow("of", "flow", "stock", "amount", "when");
        node.need("of");
        Set<String> types = node.words("of");
        Condition when =
                node.at("when").map(at -> new ConditionParser(at).condition()).orElse(Condition.ALWAYS);
        Optional<YamlNode> flow = node.at("flow");
        Optional<YamlNode> stock = node.at("stock");
        if (flow.isPresent() == stock.isPresent()) {
            node.error("Must be either a flow or a stock", "Write 'flow: <field>' or 'stock: {from: …, until: …}'");
            return Optional.empty();
        }
        if (flow.isPresent()) {
            String amount = amount(node);
            return new ConditionParser(flow.get()).day().map(on -> new Measure.Flow(code, types, on, amount, when));
        }
        node.at("amount").ifPresent(at -> at.error("A stock counts records", "Delete 'amount'"));
        return stock(code, types, stock.get(), when);
    }

    private static Optional<Measure> stock(String code, Set<String> types, YamlNode node, Condition when) {
        node.allow("from", "until");
        DayOf until =
                node.at("until").flatMap(at -> new ConditionParser(at).day()).orElse(null);
        return node.need("from")
                .flatMap(at -> new ConditionParser(at).day())
                .map(from -> new Measure.Stock(code, types, from, until, when));
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
