package in.sangam.core.measure;

import java.util.Arrays;
import java.util.Optional;

/** How two values are compared, by the sign of the difference. */
enum Comparison {
    EQUAL("="),
    DIFFERENT("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Optional<Comparison> of(String sign) {
        return Arrays.stream(values()).filter(each -> each.sign.equals(sign)).findFirst();
    }

    /** Whether the comparison only asks for sameness, so that it also fits words. */
    boolean fitsWords() {
        return this == EQUAL || this == DIFFERENT;
    }

    boolean accepts(int difference) {
        return switch (this) {
            case EQUAL -> difference == 0;
            case DIFFERENT -> difference != 0;
            case LESS -> difference < 0;
            case AT_MOST -> difference <= 0;
            case MORE -> difference > 0;
            case AT_LEAST -> difference >= 0;
        };
    }
}
