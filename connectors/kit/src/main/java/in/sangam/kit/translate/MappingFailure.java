package in.sangam.kit.translate;

import in.sangam.core.page.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/** What a failed mapping says of itself: the rejection it wraps, else its kind; never its own words, which may quote the row. */
final class MappingFailure {

    private MappingFailure() {}

    static RowRejected rejected(RuntimeException failure) {
        for (Throwable each = failure; each != null; each = cause(each)) {
            if (each instanceof RowRejected rejected) {
                return rejected;
            }
        }
        return new RowRejected(
                Reason.MAPPING_FAILED,
                "",
                "The mapping failed on this row (" + failure.getClass().getSimpleName()
                        + "): compare the row with the connector's contract and examples");
    }

    private static @Nullable Throwable cause(Throwable of) {
        return of.getCause() == of ? null : of.getCause();
    }
}
