package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.PlaceParts;
import in.sangam.feeds.reconciliation.ExcusedDesk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One KPI of one place: from its mark to numerator and denominator. */
@Controller
final class ExplainPage {

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final KpiSources sources;
    private final ExcusedDesk excused;

    ExplainPage(HubConfig config, FigureBoard board, Asked asked, KpiSources sources, ExcusedDesk excused) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.sources = sources;
        this.excused = excused;
    }

    @GetMapping("/explain")
    ResponseEntity<String> explain(
            Page page,
            @RequestParam String kpi,
            @RequestParam String place,
            @RequestParam(required = false) @Nullable String period) {
        Kpi of = asked.kpi(kpi);
        Place where = asked.place(place);
        Figures figures = board.lately(asked.period(period));
        Asked.workedOut(of, where, figures);
        return Templates.render("explain", page, view(of, where, figures));
    }

    private ExplainView view(Kpi kpi, Place place, Figures figures) {
        KpiValue value = figures.value(kpi, place.code());
        PlaceParts parts = PlaceParts.of(figures, config.places(), kpi, value);
        List<Place> above = new ArrayList<>(config.places().ancestors(place.code()));
        Collections.reverse(above);
        return new ExplainView(
                figures,
                kpi,
                place,
                above.stream().filter(each -> each.level() != Level.SUBDIVISION).toList(),
                value,
                Shown.of(value),
                figures.explanation(place.code()).lines().stream()
                        .filter(line -> line.kpi().code().equals(kpi.code()))
                        .findFirst()
                        .orElse(null),
                parts,
                parts.adding() ? parts.shownPoints() : List.of(),
                sources.of(List.of(kpi)),
                excused.beside(List.of(kpi), figures.period()));
    }
}
