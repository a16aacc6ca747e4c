package in.sangam.sandbox.shape;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How slow, how busy and how careful each district is at each portal. Values are dealt out by rank, so that they always
 * cover their whole range, and a district's portals resemble each other, so that totals spread as well.
 */
final class Temper {

    private static final double SHARED = 0.7;

    private final long seed;
    private final List<District> districts;
    private final double[] shared;

    Temper(long seed, List<District> districts) {
        this.seed = seed;
        this.districts = districts;
        this.shared = dealt("shared");
    }

    /** Returns the factor on every duration: 0.6 (quick) to 1.9 (slow). */
    double[] slowness(String portal) {
        double[] own = dealt("slowness " + portal);
        return spread(i -> 0.6 + 1.3 * mixed(shared[i], own[i]));
    }

    /** Returns how much work there is, as a factor: 1.02 to 1.7. */
    double[] load(String portal) {
        double[] own = dealt("load " + portal);
        return spread(i -> 1.02 + 0.68 * own[i]);
    }

    /** Returns the share of hearings whose attendance is entered: 0.87 to 1. */
    double[] attendanceEntered() {
        double[] own = dealt("attendance");
        return spread(i -> 1 - 0.13 * mixed(shared[i], own[i]));
    }

    private static double mixed(double shared, double own) {
        return SHARED * shared + (1 - SHARED) * own;
    }

    private double[] spread(IntToDoubleFunction value) {
        return IntStream.range(0, districts.size()).mapToDouble(value).toArray();
    }

    private double[] dealt(String what) {
        List<District> order = districts.stream()
                .sorted(Comparator.comparingLong(
                        district -> Lot.of(seed, what, district.code()).next()))
                .toList();
        double[] dealt = new double[order.size()];
        for (int rank = 0; rank < dealt.length; rank++) {
            dealt[order.get(rank).index()] = rank / (dealt.length - 1.0);
        }
        return dealt;
    }
}
