package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.marks.Figures;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as JSON, CSV or XLSX. Rows are records whose components are the columns.
 *
 * @param asOf the instant that time-dependent numbers are true for; null when none is
 * @param changeNo number of the last change that the rows hold; null when they are not of one state
 * @param next address of the rows that follow, null at the end
 * @param note what the rows do not say themselves; null when they say all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Listing<T>(
        @Nullable OffsetDateTime asOf,
        @Nullable Long changeNo,
        List<T> data,
        @Nullable String next,
        @Nullable String note) {

    static <T> Listing<T> of(List<T> data) {
        return new Listing<>(null, null, data, null, null);
    }

    static <T> Listing<T> of(List<T> data, @Nullable String next) {
        return new Listing<>(null, null, data, next, null);
    }

    static <T> Listing<T> of(Figures figures, List<T> data) {
        return of(figures, data, null);
    }

    static <T> Listing<T> of(Figures figures, List<T> data, @Nullable String next) {
        return new Listing<>(india(figures.asOf()), figures.changeNo(), data, next, null);
    }

    static OffsetDateTime india(Instant instant) {
        return instant.atZone(CanonicalRecord.INDIA).toOffsetDateTime();
    }
}
