package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import in.sangam.store.read.ChangesReader;
import in.sangam.store.read.ChangesReader.Change;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The change log, by cursor or as server-sent events. One number orders both. */
@RestController
@RequestMapping("/api/v1")
final class ChangesController {

    /** A page that changed records, or a KPI value that was published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            long changeNo,
            String kind,
            Instant at,
            @Nullable String portal,
            @Nullable String stream,
            @Nullable String page,
            @Nullable Integer stored,
            @Nullable String kpi,
            @Nullable String place,
            @Nullable String period,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal numerator,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal denominator) {

        static Row of(Change change) {
            return new Row(
                    change.changeNo(),
                    change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    change.at(),
                    change.portal(),
                    change.stream(),
                    change.page(),
                    change.stored(),
                    change.kpi(),
                    change.place(),
                    change.period(),
                    change.numerator(),
                    change.denominator());
        }
    }

    private static final int USUAL = 500;
    private static final int MOST = 5000;

    private final ChangesReader changes;
    private final ChangeStream stream;

    ChangesController(ChangesReader changes, ChangeStream stream) {
        this.changes = changes;
        this.stream = stream;
    }

    @GetMapping("/changes")
    @Operation(
            summary = "Changes after a number, in commit order",
            description =
                    "Ask again with the address under next. As text/event-stream the same changes come as they happen;"
                            + " the id of an event is the change number, and Last-Event-ID goes on from there. Where a KPI"
                            + " value is one of a post, department or portal, place names it so: post/P188-1.")
    Listing<Row> changes(
            @RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable Integer limit) {
        int most = Parameters.limit(limit, USUAL, MOST);
        List<Row> rows = changes.after(after, most).stream().map(Row::of).toList();
        long last = rows.isEmpty() ? after : rows.get(rows.size() - 1).changeNo();
        return Listing.of(rows, "/api/v1/changes?after=" + last + "&limit=" + most);
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            HttpServletRequest request,
            HttpServletResponse response) {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setHeader("X-Accel-Buffering", "no");
        return stream.open(last == null ? after : Math.max(after, last));
    }
}
