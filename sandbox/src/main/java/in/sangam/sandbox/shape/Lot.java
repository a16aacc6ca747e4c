package in.sangam.sandbox.shape;

import java.util.List;

/** Lots drawn from a seed and what they are drawn for: the same seed and keys give the same draws on every machine. */
final class Lot {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    private Lot(long state) {
        this.state = state;
    }

    static Lot of(long seed, Object... keys) {
        long state = mixed(seed + GOLDEN);
        for (Object key : keys) {
            state = mixed(state ^ (key instanceof Number number ? number.longValue() : textHash(key.toString())));
        }
        return new Lot(state);
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** Returns a number from 0 inclusive to 1 exclusive. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Returns a waiting time that is short mostly and long at times (exponential), in the unit of its mean. */
    double waiting(double mean) {
        return -Math.log(1 - unit()) * mean;
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long textHash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
