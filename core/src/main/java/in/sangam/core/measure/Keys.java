package in.sangam.core.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under what a measure's amounts are kept.
 *
 * @param by kinds of subject, at least one
 * @param per field whose different values can be counted apart, in place of the service; null for the service
 */
record Keys(List<Subject> by, @Nullable String per) {

    static final String SERVICE = "service";

    /** Returns the field that parts the amounts of one subject. */
    String parting() {
        return per == null ? SERVICE : per;
    }
}
