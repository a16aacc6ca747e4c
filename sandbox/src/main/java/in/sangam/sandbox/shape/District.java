package in.sangam.sandbox.shape;

import java.util.List;
import java.util.Locale;

/** A district with its LGD code, its blocks and every spelling in which a portal may serve its name. */
record District(int index, String code, String name, String hindi, List<Block> blocks, List<String> spellings) {

    /** A development block with its LGD code and its name in mixed case. */
    record Block(String code, String name) {

        /** Returns the name as a portal types it: often so, at times in capitals. */
        String typed(Lot lot) {
            return lot.chance(0.3) ? name.toUpperCase(Locale.ROOT) : name;
        }
    }

    String typed(Lot lot) {
        // Half of the records carry the plain names; the other half whatever was seen somewhere.
        return lot.chance(0.5) ? (lot.chance(0.5) ? name : hindi) : lot.pick(spellings);
    }
}
