package in.sangam.sandbox.shape;

import java.time.Instant;

/**
 * A logged case in one replay: where it fell and when it started there. Whatever is drawn for it depends on this case and
 * the purpose alone.
 */
record Replayed<L extends Logged>(L source, District district, Instant start, long seed, int replay, int number) {

    Lot lot(String purpose) {
        return Lot.of(seed, replay, number, purpose);
    }
}
