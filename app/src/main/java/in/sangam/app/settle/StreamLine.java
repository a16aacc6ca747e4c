package in.sangam.app.settle;

import java.util.List;

/**
 * One stream settled.
 *
 * @param source records of the ledger
 * @param missing records of the ledger that the store lacks, or has in an older version, and that are not in quarantine
 * @param extra records of the store that the ledger does not know
 * @param examples some of the missing and extra ones, to look at
 */
public record StreamLine(
        String portal,
        String stream,
        long source,
        long received,
        long stored,
        long unchanged,
        long superseded,
        long quarantined,
        long missing,
        long extra,
        List<String> examples) {

    boolean agrees() {
        return missing == 0 && extra == 0;
    }
}
