package in.sangam.core.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold for a record to count. A comparison with a field that was not reported does not hold, whichever it is. */
sealed interface Condition {

    /** Holds for every record. */
    Condition ALWAYS = new All(List.of());

    boolean holds(Reported record);

    /** Every one of several holds. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Reported record) {
            for (Condition condition : conditions) {
                if (!condition.holds(record)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A field was reported, or was not. */
    record IsReported(String field, boolean expected) implements Condition {
        @Override
        public boolean holds(Reported record) {
            return (record.text(field) != null) == expected;
        }
    }

    /** Two days compare so. */
    record Days(String field, Comparison comparison, @Nullable String other, @Nullable LocalDate literal)
            implements Condition {
        @Override
        public boolean holds(Reported record) {
            LocalDate left = record.day(field);
            LocalDate right = other == null ? literal : record.day(other);
            return left != null && right != null && comparison.accepts(left.compareTo(right));
        }
    }

    /** Two numbers compare so. */
    record Numbers(String field, Comparison comparison, @Nullable String other, @Nullable BigDecimal literal)
            implements Condition {
        @Override
        public boolean holds(Reported record) {
            BigDecimal left = record.number(field);
            BigDecimal right = other == null ? literal : record.number(other);
            return left != null && right != null && comparison.accepts(left.compareTo(right));
        }
    }

    /** Two words are the same, or differ. */
    record Words(String field, Comparison comparison, @Nullable String other, @Nullable String literal)
            implements Condition {
        @Override
        public boolean holds(Reported record) {
            String left = record.text(field);
            String right = other == null ? literal : record.text(other);
            return left != null && right != null && comparison.accepts(left.compareTo(right));
        }
    }
}
