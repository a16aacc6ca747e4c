package in.sangam.core.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Asks for labelled names and counts what was found, for each half of the labels. */
final class PlaceAccuracy {

    /** A name that was not answered as its label says. */
    record Miss(LabelledName label, Resolution given) {}

    /** Counts of one kind of names. */
    static final class Figures {
        int asked;
        int right;
        int wrong;

        private void add(Figures other) {
            asked += other.asked;
            right += other.right;
            wrong += other.wrong;
        }

        double rightPercent() {
            return 100.0 * right / Math.max(1, asked);
        }

        private String cells() {
            return String.format(Locale.ROOT, "%d | %.2f | %d", asked, rightPercent(), wrong);
        }
    }

    final Map<String, Figures> tuned = new TreeMap<>();
    final Map<String, Figures> heldOut = new TreeMap<>();
    final List<Miss> misses = new ArrayList<>();

    PlaceAccuracy ask(PlaceNames names, List<LabelledName> labels) {
        for (LabelledName label : labels) {
            Resolution given = names.resolve(label.name(), label.level(), label.within());
            Figures figures =
                    (label.isHeldOut() ? heldOut : tuned).computeIfAbsent(label.kind(), kind -> new Figures());
            boolean right = Objects.equals(given.code(), label.code());
            figures.asked++;
            figures.right += right ? 1 : 0;
            figures.wrong += !right && given.code() != null ? 1 : 0;
            if (!right) {
                misses.add(new Miss(label, given));
            }
        }
        return this;
    }

    /** Returns how many of the held-out names of all kinds that begin so were answered as labelled. */
    double rightPercent(String kind) {
        return sum(heldOut, kind).rightPercent();
    }

    /** Returns how many of the held-out names were taken for a place that is not theirs. */
    int wrong() {
        return sum(heldOut, "").wrong;
    }

    double wrongPercent() {
        Figures sum = sum(heldOut, "");
        return 100.0 * sum.wrong / Math.max(1, sum.asked);
    }

    static Figures sum(Map<String, Figures> byKind, String prefix) {
        Figures sum = new Figures();
        byKind.forEach((kind, figures) -> {
            if (kind.startsWith(prefix)) {
                sum.add(figures);
            }
        });
        return sum;
    }

    /** Returns a row of the table of figures for each kind. */
    List<String> rows(String prefix) {
        List<String> rows = new ArrayList<>();
        Figures none = new Figures();
        for (String kind : tuned.keySet()) {
            rows.add("| " + prefix + kind + " | "
                    + tuned.getOrDefault(kind, none).cells() + " | "
                    + heldOut.getOrDefault(kind, none).cells() + " |");
        }
        return rows;
    }
}
