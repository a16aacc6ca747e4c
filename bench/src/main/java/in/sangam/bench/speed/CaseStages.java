package in.sangam.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The portal's rows of {@link CasesMeasurement}, one after the other: those whose cases are copied; four stretches of work, two
 * in the small store and two in the full one; and a trickle. Behind the first, every second row ends a copied case anywhere.
 */
final class CaseStages {

    private final int base;
    private final int work;
    private final int trickle;
    private final long small;
    private final long cases;
    private final List<Caseload.Block> blocks;
    private final Caseload caseload;
    private final SplittableRandom random;
    private final Map<String, Caseload.Version> newest = new LinkedHashMap<>();
    private final List<Caseload.Version> open = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private int row;

    CaseStages(Workplace place, int base, int work, int trickle, long small, long cases) throws IOException {
        this.base = base;
        this.work = work;
        this.trickle = trickle;
        this.small = small;
        this.cases = cases;
        this.blocks = place.blocks();
        this.caseload = place.caseload(size(), blocks);
        this.random = new SplittableRandom(place.seed());
    }

    int size() {
        return base + 4 * work + trickle;
    }

    List<Caseload.Block> blocks() {
        return blocks;
    }

    Caseload.Version next() {
        if (row == base) {
            numbers.addAll(newest.keySet());
            newest.values().stream().filter(each -> each.disposed() == null).forEach(open::add);
            newest.clear();
        }
        row++;
        if (row > base && row % 2 == 0 && !open.isEmpty()) {
            Caseload.Version last = open.get(random.nextInt(open.size()));
            return caseload.ended(last, copy(last.number(), 1 + random.nextInt(copies())));
        }
        Caseload.Version version = caseload.next();
        if (row <= base) {
            newest.put(version.number(), version);
        }
        return version;
    }

    /** How many copies of each case there are when this row is shown, at least. */
    private int copies() {
        long there = row <= base + 2 * work ? small : cases - 3L * work;
        return (int) Math.max(1, there / numbers.size() - 1);
    }

    /** Returns the number of a case that is in the store: of ten, one was taken in and nine are copies, if there are any. */
    String anyNumber(int n, int copies) {
        SplittableRandom any = new SplittableRandom(n);
        String number = numbers.get(any.nextInt(numbers.size()));
        return copies == 0 || n % 10 == 0 ? number : copy(number, 1 + any.nextInt(copies));
    }

    private static String copy(String number, int copy) {
        return number + "~" + copy;
    }
}
