package in.sangam.store.read;

import in.sangam.core.place.Area;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was read of the measures, over areas: amounts of the places that one is made of less those of the places left out. */
final class AreaSums {

    private final MeasureSums read;

    AreaSums(MeasureSums read) {
        this.read = read;
    }

    /** Returns the sums of an area: what came before the first month, then each month; null when nothing was counted. */
    @Nullable
    BigDecimal @Nullable [] sums(String measure, Area area) {
        return over(area, subject -> read.sums(measure, subject));
    }

    /** Returns the sums of each thing that an area has. */
    Collection<@Nullable BigDecimal[]> things(String measure, Area area) {
        return thingByThing(area, subject -> read.things(measure, subject));
    }

    /** Returns the latest reading as of the end of a month, counted from 0; null when there was none. */
    @Nullable
    BigDecimal last(String measure, Area area, int month) {
        @Nullable BigDecimal[] readings = over(area, subject -> read.last(measure, subject));
        return readings == null ? null : readings[month];
    }

    /** Returns the latest readings of each thing that an area has, by month; null where there was none. */
    Collection<@Nullable BigDecimal[]> lastThings(String measure, Area area) {
        return thingByThing(area, subject -> read.lastThings(measure, subject));
    }

    /** The same thing may stand in several places, so that things are told apart before any is counted. */
    private static Collection<@Nullable BigDecimal[]> thingByThing(
            Area area, Function<String, Map<String, @Nullable BigDecimal[]>> of) {
        if (isOneSubject(area)) {
            return of.apply(area.plus().get(0)).values();
        }
        Set<String> named = new LinkedHashSet<>();
        area.plus().forEach(subject -> named.addAll(of.apply(subject).keySet()));
        List<@Nullable BigDecimal[]> all = new ArrayList<>();
        for (String thing : named) {
            @Nullable
            BigDecimal[] amounts = over(area, subject -> of.apply(subject).get(thing));
            if (amounts != null) {
                all.add(amounts);
            }
        }
        return all;
    }

    private static @Nullable BigDecimal @Nullable [] over(
            Area area, Function<String, @Nullable BigDecimal @Nullable []> of) {
        if (isOneSubject(area)) {
            return of.apply(area.plus().get(0));
        }
        @Nullable BigDecimal[] all = null;
        for (String subject : area.plus()) {
            @Nullable BigDecimal[] more = of.apply(subject);
            if (more != null) {
                all = all == null ? more.clone() : plus(all, more);
            }
        }
        for (String subject : area.minus()) {
            @Nullable BigDecimal[] less = of.apply(subject);
            if (all != null && less != null) {
                minus(all, less);
            }
        }
        return all;
    }

    private static @Nullable BigDecimal[] plus(@Nullable BigDecimal[] all, @Nullable BigDecimal[] more) {
        for (int i = 0; i < all.length; i++) {
            BigDecimal some = all[i];
            BigDecimal each = more[i];
            all[i] = some == null ? each : each == null ? some : some.add(each);
        }
        return all;
    }

    private static void minus(@Nullable BigDecimal[] all, @Nullable BigDecimal[] less) {
        for (int i = 0; i < all.length; i++) {
            BigDecimal some = all[i];
            BigDecimal each = less[i];
            all[i] = some == null || each == null ? some : some.subtract(each);
        }
    }

    private static boolean isOneSubject(Area area) {
        return area.plus().size() == 1 && area.minus().isEmpty();
    }
}
