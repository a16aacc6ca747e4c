package in.sangam.core.place;

import java.util.List;

/**
 * What a number is added up over: all that lies in some places, without what lies in others. No place of {@code plus} lies in
 * another, each of {@code minus} lies in one of {@code plus}, and none of them in another: so nothing is added or taken twice.
 *
 * @param plus codes; for a post or department its name in measures
 * @param minus codes
 */
public record Area(List<String> plus, List<String> minus) {

    public Area {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
    }

    /** Returns a place with all that lies in it. */
    public static Area of(String subject) {
        return new Area(List.of(subject), List.of());
    }
}
