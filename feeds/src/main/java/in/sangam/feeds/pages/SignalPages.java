package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Place;
import in.sangam.core.record.RecordKey;
import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.KeyCursor;
import in.sangam.feeds.api.Parameters;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.SignalReader;
import in.sangam.store.read.SignalReader.Case;
import in.sangam.store.read.SignalReader.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signals, never verdicts: patterns in the disposals of a month, each with its counts and the records behind. */
@Controller
public final class SignalPages {

    private static final int ROWS = 100;
    private static final int MONTHS = 12;

    /** The signals of a month. */
    public record SignalsView(
            Figures figures,
            List<Period> months,
            List<Signal> signals,
            Map<String, ConnectedPortal> portals,
            Map<String, Place> places) {}

    /**
     * The cases behind one signal.
     *
     * @param signal which; its counts are those of the month
     * @param next cursor of the following cases, null at the end
     */
    public record CasesView(
            Figures figures,
            Signal signal,
            @Nullable ConnectedPortal portal,
            @Nullable Place place,
            boolean first,
            List<Case> cases,
            @Nullable String next) {}

    private final HubConfig config;
    private final FeedSettings settings;
    private final FigureBoard board;
    private final Asked asked;
    private final SignalReader signals;

    SignalPages(HubConfig config, FeedSettings settings, FigureBoard board, Asked asked, SignalReader signals) {
        this.config = config;
        this.settings = settings;
        this.board = board;
        this.asked = asked;
        this.signals = signals;
    }

    @GetMapping("/signals")
    ResponseEntity<String> all(Page page, @RequestParam(required = false) @Nullable String period) {
        Figures figures = board.at(asked.period(period));
        List<Signal> found = of(figures);
        Map<String, Place> places = new HashMap<>();
        found.forEach(each -> {
            String code = each.place();
            if (code != null) {
                config.places().find(code).ifPresent(place -> places.put(code, place));
            }
        });
        List<Period> months = IntStream.range(0, MONTHS)
                .mapToObj(back -> new Period(board.current().month().minusMonths(back)))
                .toList();
        return Templates.render("signals", page, new SignalsView(figures, months, found, portals(), places));
    }

    @GetMapping("/signals/cases")
    ResponseEntity<String> cases(
            Page page,
            @RequestParam String signal,
            @RequestParam String portal,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String after) {
        Parameters.oneOf("signal", signal, SignalReader.KINDS);
        String code = place == null || place.isEmpty() ? null : place;
        Figures figures = board.at(asked.period(period));
        Signal pattern = new Signal(signal, portal, type, code, 0, 0, List.of());
        Signal of =
                signals.find(pattern, figures.period().first(), figures.end()).orElse(pattern);
        List<Case> found = of.count() == 0
                ? List.of()
                : signals.cases(of, figures.period().first(), figures.end(), KeyCursor.read(after), ROWS);
        Case last = found.size() == ROWS ? found.get(ROWS - 1) : null;
        return Templates.render(
                "signalcases",
                page,
                new CasesView(
                        figures,
                        of,
                        portals().get(portal),
                        code == null ? null : config.places().find(code).orElse(null),
                        after == null,
                        found,
                        last == null ? null : KeyCursor.write(new RecordKey(portal, last.stream(), last.sourceId()))));
    }

    private List<Signal> of(Figures figures) {
        return signals.of(figures.period().first(), figures.end());
    }

    private Map<String, ConnectedPortal> portals() {
        return settings.portals().get().stream()
                .collect(Collectors.toMap(ConnectedPortal::portal, Function.identity()));
    }
}
