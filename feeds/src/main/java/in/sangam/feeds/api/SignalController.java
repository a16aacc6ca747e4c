package in.sangam.feeds.api;

import in.sangam.core.kpi.Period;
import in.sangam.core.record.RecordKey;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.SignalReader;
import in.sangam.store.read.SignalReader.Signal;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Patterns that deserve a look; no mark depends on them. */
@RestController
@RequestMapping("/api/v1")
final class SignalController {

    /** A case that shows a pattern, and where its record is. */
    public record Row(
            String portal, String stream, String sourceId, @Nullable String registered, String disposed, String link) {}

    private static final int USUAL = 500;
    private static final int MOST = 5000;

    private final Asked asked;
    private final FigureBoard board;
    private final SignalReader signals;

    SignalController(Asked asked, FigureBoard board, SignalReader signals) {
        this.asked = asked;
        this.board = board;
        this.signals = signals;
    }

    @GetMapping("/signals")
    @Operation(
            summary = "Patterns in the disposals of a month, for a person to judge",
            description =
                    "month-end-burst: ten cases or more and three tenths of the month's disposals on its last three"
                            + " days. disposed-within-minutes: at most ten minutes after registration. same-closing-text:"
                            + " five cases or more with one text. disposed-then-appealed: another case names it as its"
                            + " parent. Signals, never verdicts.")
    Listing<Signal> signals(@RequestParam(required = false) @Nullable String period) {
        Period month = asked.period(period);
        Figures figures = board.at(month);
        return Listing.of(figures, signals.of(month.first(), figures.end()));
    }

    @GetMapping("/signals/cases")
    @Operation(summary = "The cases behind a pattern, each once")
    Listing<Row> cases(
            @RequestParam String signal,
            @RequestParam String portal,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Signal of = new Signal(
                Parameters.oneOf("signal", signal, SignalReader.KINDS), portal, type, place, 0, 0, List.of());
        Period month = asked.period(period);
        int most = Parameters.limit(limit, USUAL, MOST);
        Figures figures = board.at(month);
        List<SignalReader.Case> found = signals.cases(of, month.first(), figures.end(), KeyCursor.read(after), most);
        List<Row> rows = found.stream().map(each -> row(portal, each)).toList();
        String next = found.size() < most
                ? null
                : UriComponentsBuilder.fromPath("/api/v1/signals/cases")
                        .queryParam("signal", signal)
                        .queryParam("portal", portal)
                        .queryParam("type", type)
                        .queryParamIfPresent("place", Optional.ofNullable(place))
                        .queryParam("period", month)
                        .queryParam("after", KeyCursor.write(key(portal, found.get(most - 1))))
                        .queryParam("limit", most)
                        .toUriString();
        return Listing.of(figures, rows, next);
    }

    private static RecordKey key(String portal, SignalReader.Case of) {
        return new RecordKey(portal, of.stream(), of.sourceId());
    }

    private static Row row(String portal, SignalReader.Case of) {
        return new Row(
                portal,
                of.stream(),
                of.sourceId(),
                of.registered(),
                of.disposed(),
                CaseController.link(key(portal, of)));
    }
}
