package in.sangam.feeds.api;

import in.sangam.core.kpi.Period;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.SignalReader;
import io.swagger.v3.oas.annotations.Operation;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patterns that deserve a look; no mark depends on them. */
@RestController
@RequestMapping("/api/v1")
final class SignalController {

    private final Asked asked;
    private final FigureBoard board;
    private final SignalReader signals;

    SignalController(Asked asked, FigureBoard board, DataSource database) {
        this.asked = asked;
        this.board = board;
        this.signals = new SignalReader(database);
    }

    @GetMapping("/signals")
    @Operation(
            summary = "Patterns in the disposals of a month, for a person to judge",
            description =
                    "month-end-burst: ten cases or more and three tenths of the month's disposals on its last three"
                            + " days. disposed-within-minutes: at most ten minutes after registration. same-closing-text:"
                            + " five cases or more with one text. disposed-then-appealed: another case names it as its"
                            + " parent. Signals, never verdicts.")
    Listing<SignalReader.Signal> signals(@RequestParam(required = false) @Nullable String period) {
        Period month = asked.period(period);
        Figures figures = board.at(month);
        return Listing.of(figures, signals.of(month.first(), figures.end()));
    }
}
