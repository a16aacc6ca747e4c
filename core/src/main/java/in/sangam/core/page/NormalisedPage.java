package in.sangam.core.page;

import in.sangam.core.record.CanonicalRecord;
import java.util.List;

/** A page after the Normalizer: each row is either a canonical record or a rejection, so that the two add up to the rows received. */
public record NormalisedPage(PageHead head, List<CanonicalRecord> records, List<Rejection> rejections) {

    /** Returns the number of rows that the page brought. */
    public int received() {
        return records.size() + rejections.size();
    }
}
