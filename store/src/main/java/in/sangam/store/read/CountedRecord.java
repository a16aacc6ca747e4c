package in.sangam.store.read;

import in.sangam.core.record.RecordKey;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A record that is counted in a number.
 *
 * @param pageId page that its version came with
 * @param connectorHash hash of the manifest and mapping that read it
 * @param amount what it adds to the number, never 0
 */
public record CountedRecord(
        RecordKey key,
        String version,
        String type,
        @Nullable String place,
        SortedMap<String, String> fields,
        BigDecimal amount,
        String pageId,
        String connectorHash) {}
