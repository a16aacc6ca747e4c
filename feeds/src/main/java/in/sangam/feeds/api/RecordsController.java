package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Period;
import in.sangam.core.record.RecordKey;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.CountedRecord;
import in.sangam.store.read.RecordsBehind;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The records behind a number. */
@RestController
@RequestMapping("/api/v1")
final class RecordsController {

    /**
     * A record that counts.
     *
     * @param amount what it adds to the number
     */
    public record Row(
            String portal,
            String stream,
            String sourceId,
            String version,
            String type,
            @Nullable String place,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            @Nullable String service,
            @Nullable String registered,
            @Nullable String due,
            @Nullable String disposed,
            @Nullable String held,
            @Nullable String status,
            String page,
            String connectorHash,
            String link) {}

    private static final int USUAL = 500;
    private static final int MOST = 5000;
    private static final String OF_FEEDS =
            "Counted from the hub's own accounts of its feeds, not from records: they stand under"
                    + " /api/v1/feed-quality by stream, and on the page /sources.";

    private final FigureBoard board;
    private final Asked asked;
    private final RecordsBehind records;

    RecordsController(FigureBoard board, Asked asked, RecordsBehind records) {
        this.board = board;
        this.asked = asked;
        this.records = records;
    }

    @GetMapping("/records")
    @Operation(
            summary = "The records behind a numerator or denominator",
            description =
                    "Every record that is counted, once; their amounts add up to the number. No record stands behind what the"
                            + " hub counts of its feeds; note says so.")
    Listing<Row> behind(
            @RequestParam String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Kpi of = asked.kpi(kpi);
        String where = asked.subject(place);
        Period month = asked.period(period);
        Formula formula = asked.formula(of, asked.part(part));
        int most = Parameters.limit(limit, USUAL, MOST);
        Figures figures = board.at(month);
        List<CountedRecord> found =
                records.list(formula, figures.amounts(), where, month, figures.end(), KeyCursor.read(after), most);
        String next = null;
        if (found.size() == most) {
            RecordKey last = found.get(most - 1).key();
            next = UriComponentsBuilder.fromPath("/api/v1/records")
                    .queryParam("kpi", of.code())
                    .queryParam("place", where)
                    .queryParam("period", month)
                    .queryParam("part", part)
                    .queryParam("after", KeyCursor.write(last))
                    .queryParam("limit", most)
                    .toUriString();
        }
        return new Listing<>(
                Listing.india(figures.asOf()),
                figures.changeNo(),
                found.stream().map(RecordsController::row).toList(),
                next,
                formula.countsFeeds() ? OF_FEEDS : null);
    }

    private static Row row(CountedRecord record) {
        RecordKey key = record.key();
        SortedMap<String, String> fields = record.fields();
        return new Row(
                key.portal(),
                key.stream(),
                key.sourceId(),
                record.version(),
                record.type(),
                record.place(),
                record.amount(),
                fields.get("service"),
                fields.get("registered"),
                fields.get("due"),
                fields.get("disposed"),
                fields.get("held"),
                fields.get("status"),
                record.pageId(),
                record.connectorHash(),
                CaseController.link(key));
    }
}
