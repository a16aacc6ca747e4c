package in.sangam.core.kpi;

import in.sangam.core.config.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code marks: {linear: {worst: 0, best: 1}}} or {@code marks: {bands: [{from: 0.9, marks: 10}, …]}}. */
final class MarksReader {

    private static final BigDecimal MAX = BigDecimal.TEN;

    private final YamlNode node;

    MarksReader(YamlNode node) {
        this.node = node;
    }

    Optional<Marks> read() {
        node.allow("linear", "bands");
        Optional<YamlNode> linear = node.at("linear");
        Optional<YamlNode> bands = node.at("bands");
        if (linear.isPresent() == bands.isPresent()) {
            node.error("Must be either linear or bands", "Write 'linear: {worst: 0, best: 1}'");
            return Optional.empty();
        }
        return linear.isPresent() ? linear(linear.get()) : bands(bands.get());
    }

    private static Optional<Marks> linear(YamlNode at) {
        at.allow("worst", "best", "min", "max");
        at.need("worst");
        at.need("best");
        BigDecimal worst = at.number("worst");
        BigDecimal best = at.number("best");
        BigDecimal min = at.number("min");
        BigDecimal max = at.number("max");
        if (worst == null || best == null) {
            return Optional.empty();
        }
        if (worst.compareTo(best) == 0) {
            at.error("'worst' and 'best' are the same", "Put them apart");
            return Optional.empty();
        }
        return Optional.of(new LinearMarks(
                Fraction.of(worst),
                Fraction.of(best),
                Fraction.of(min == null ? BigDecimal.ZERO : min),
                Fraction.of(max == null ? MAX : max)));
    }

    private static Optional<Marks> bands(YamlNode at) {
        List<BandMarks.Band> bands = new ArrayList<>();
        for (YamlNode item : at.items()) {
            item.allow("from", "marks");
            item.need("from");
            item.need("marks");
            BigDecimal from = item.number("from");
            BigDecimal marks = item.number("marks");
            if (from != null && marks != null) {
                bands.add(new BandMarks.Band(Fraction.of(from), Fraction.of(marks)));
            }
        }
        return bands.isEmpty() ? Optional.empty() : Optional.of(new BandMarks(bands));
    }
}
