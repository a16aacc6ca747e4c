package in.sangam.core.measure;

import in.sangam.core.record.CanonicalRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record while its measures are worked out: each day is read once, however many measures ask for it. */
final class Reported {

    private final CanonicalRecord record;
    private final Map<String, LocalDate> days = new HashMap<>();

    Reported(CanonicalRecord record) {
        this.record = record;
    }

    @Nullable
    String text(String field) {
        return record.field(field);
    }

    @Nullable
    LocalDate day(String field) {
        LocalDate day = days.get(field);
        if (day == null) {
            day = record.day(field);
            if (day != null) {
                days.put(field, day);
            }
        }
        return day;
    }

    @Nullable
    BigDecimal number(String field) {
        String text = record.field(field);
        return text == null ? null : new BigDecimal(text);
    }
}
