package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.measure.Contribution;
import in.sangam.core.record.RecordKey;
import in.sangam.store.read.PageLineage;
import in.sangam.store.read.RecordReader;
import in.sangam.store.read.StoredRecord;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** One record: its state, its history and the page it came from. */
@RestController
@RequestMapping("/api/v1")
final class CaseController {

    /** What the record puts into a measure. */
    public record Counted(
            String measure,
            String subject,
            String service,
            LocalDate day,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

    /** A version that was taken, the page that it came with and its lineage. */
    public record Version(
            String version,
            @Nullable String status,
            String page,
            @Nullable Instant fetchedAt,
            @Nullable String connectorHash,
            @Nullable String sourceHash) {}

    /**
     * What a flow has decided about the record.
     *
     * @param belongs {@code here} when it was sent to the sink, else where it belongs instead
     * @param because the reason of the rule that decided, null when none did
     */
    public record Onward(String sink, String belongs, @Nullable String because, Instant decidedAt) {}

    /**
     * A record.
     *
     * @param history every version that was taken, the newest first
     * @param onward what flows have decided about it, by sink
     * @param lineage the page that the state came with, null when its row is gone
     */
    public record Answer(
            String portal,
            String stream,
            String sourceId,
            String version,
            String kind,
            String type,
            @Nullable String place,
            SortedMap<String, String> fields,
            SortedMap<String, String> attributes,
            List<Counted> contributions,
            List<Version> history,
            List<Onward> onward,
            @Nullable PageLineage lineage,
            Instant firstSeen,
            Instant changedAt,
            int revision) {}

    private final RecordReader records;

    CaseController(RecordReader records) {
        this.records = records;
    }

    @GetMapping("/cases/{portal}/{*sourceId}")
    @Operation(
            summary = "A record's state, history and lineage",
            description =
                    "The key may hold slashes, as they are or percent-encoded. When several streams of the portal have"
                            + " the key, name one with stream.")
    Answer record(
            @PathVariable String portal,
            @PathVariable String sourceId,
            @RequestParam(required = false) @Nullable String stream) {
        String key = sourceId.substring(1);
        List<StoredRecord> found = records.find(portal, key).stream()
                .filter(record -> stream == null || record.stream().equals(stream))
                .toList();
        if (found.isEmpty()) {
            throw ParameterProblem.missing(
                    "sourceId",
                    "There is no record " + key + " of portal " + portal
                            + (stream == null ? "" : ", stream " + stream)
                            + ". If the portal has it, look for it under quarantine.");
        }
        if (found.size() > 1) {
            throw ParameterProblem.invalid(
                    "stream",
                    "Several streams have a record " + key + ": name one.",
                    found.stream().map(StoredRecord::stream).toList());
        }
        return answer(found.get(0));
    }

    /** Returns the address of a record; slashes in its key stay slashes. */
    static String link(RecordKey key) {
        return "/api/v1/cases/" + UriUtils.encodePathSegment(key.portal(), StandardCharsets.UTF_8) + "/"
                + UriUtils.encodePath(key.sourceId(), StandardCharsets.UTF_8) + "?stream="
                + UriUtils.encodeQueryParam(key.stream(), StandardCharsets.UTF_8);
    }

    private static Answer answer(StoredRecord record) {
        return new Answer(
                record.portal(),
                record.stream(),
                record.sourceId(),
                record.version(),
                record.kind(),
                record.type(),
                record.place(),
                record.fields(),
                record.attributes(),
                record.contributions().stream().map(CaseController::counted).toList(),
                record.history().stream().map(CaseController::version).toList(),
                record.onward().stream()
                        .map(each -> new Onward(each.sink(), each.belongs(), each.because(), each.decidedAt()))
                        .toList(),
                record.page(),
                record.firstSeen(),
                record.changedAt(),
                record.revision());
    }

    private static Counted counted(Contribution each) {
        return new Counted(each.measure(), each.subject(), each.service(), each.day(), each.amount());
    }

    private static Version version(StoredRecord.Taken taken) {
        PageLineage page = taken.page();
        return new Version(
                taken.version(),
                taken.status(),
                taken.pageId(),
                page == null ? null : page.fetchedAt(),
                page == null ? null : page.connectorHash(),
                page == null ? null : page.sourceHash());
    }
}
