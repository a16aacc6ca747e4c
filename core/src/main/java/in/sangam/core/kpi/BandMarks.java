package in.sangam.core.kpi;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks by bands: the mark of the first band, from the highest lower bound down, that a value reaches. */
public record BandMarks(List<Band> bands) implements Marks {

    /** A band begins at a value and earns a mark, which may be negative. */
    public record Band(Fraction from, Fraction mark) {}

    /** Takes at least one band, in any order; the lowest also holds for what lies below it. */
    public BandMarks {
        bands = bands.stream()
                .sorted(Comparator.comparing(Band::from).reversed())
                .toList();
    }

    @Override
    public Fraction of(Fraction value) {
        return bands.stream()
                .filter(band -> value.compareTo(band.from()) >= 0)
                .findFirst()
                .orElse(bands.get(bands.size() - 1))
                .mark();
    }

    @Override
    public @Nullable Fraction reaching(Fraction mark) {
        return bands.stream()
                .filter(band -> band.mark().compareTo(mark) >= 0)
                .min(Comparator.comparing(Band::mark))
                .map(Band::from)
                .orElse(null);
    }

    @Override
    public Fraction max() {
        return bands.stream().map(Band::mark).reduce(Fraction::max).orElseThrow();
    }
}
