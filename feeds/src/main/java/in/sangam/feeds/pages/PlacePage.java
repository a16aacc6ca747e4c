package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Explanation;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Movement;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Unit;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.KpiSources;
import in.sangam.feeds.marks.Sources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A place's page: from its mark to the lines that make it. */
@Controller
final class PlacePage {

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final KpiSources sources;

    PlacePage(HubConfig config, FigureBoard board, Asked asked, KpiSources sources) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.sources = sources;
    }

    @GetMapping({"/places/{code}", "/districts/{code}", "/divisions/{code}"})
    ResponseEntity<String> place(
            Page page, @PathVariable String code, @RequestParam(required = false) @Nullable String period) {
        return Templates.render("place", page, view(asked.place(code), board.lately(asked.period(period), 2)));
    }

    @GetMapping("/places/unit/{tree}/{code}")
    ResponseEntity<String> unit(
            Page page,
            @PathVariable String tree,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String period) {
        return place(page, Unit.place(tree, code), period);
    }

    private PlaceView view(Place place, List<Figures> months) {
        Figures figures = months.get(1);
        Explanation explanation = figures.explanation(place.code());
        boolean inRanking = place.level() == Level.DISTRICT || place.level() == Level.DIVISION;
        Ranked ranked = inRanking ? figures.rank(place.code()) : null;
        int of = inRanking
                ? (int) figures.ranking(place.level()).stream()
                        .filter(each -> each.rank() > 0)
                        .count()
                : 0;
        Map<String, KpiValue> values = figures.values(place.code());
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        Map<String, List<Sources.Stream>> fresh = new HashMap<>();
        for (Kpi kpi : figures.kpis()) {
            kpis.put(kpi.code(), kpi);
            if (kpi.ranked()) {
                fresh.put(kpi.code(), sources.of(List.of(kpi)));
            }
        }
        Level below = below(place.level());
        List<Kpi> belowKpis = below == null
                ? List.of()
                : figures.shownKpis().stream()
                        .filter(kpi -> kpi.levels().contains(below))
                        .toList();
        return new PlaceView(
                figures,
                place,
                above(place),
                ranked,
                of,
                explanation,
                months.get(0).period(),
                Movement.between(months.get(0).explanation(place.code()), explanation)
                        .orElse(null),
                inRanking ? figures.nextRank(place.code()).orElse(null) : null,
                values.values().stream()
                        .filter(value ->
                                !Objects.requireNonNull(kpis.get(value.kpi())).ranked())
                        .toList(),
                kpis,
                fresh,
                below,
                belowKpis,
                below == null ? List.of() : children(place, below, belowKpis, figures));
    }

    private static @Nullable Level below(Level level) {
        return switch (level) {
            case STATE -> Level.DIVISION;
            case DIVISION -> Level.DISTRICT;
            case DISTRICT -> Level.BLOCK;
            default -> null;
        };
    }

    private List<Place> above(Place place) {
        List<Place> above = new ArrayList<>(config.places().ancestors(place.code()));
        Collections.reverse(above);
        return above.stream().filter(each -> each.level() != Level.SUBDIVISION).toList();
    }

    private List<PlaceView.Below> children(Place place, Level level, List<Kpi> kpis, Figures figures) {
        return config.places().children(place.code(), level).stream()
                .filter(child -> figures.touches(child.code()))
                .map(child -> below(child, kpis, figures))
                .toList();
    }

    private static PlaceView.Below below(Place child, List<Kpi> kpis, Figures figures) {
        Map<String, KpiValue> values = figures.values(child.code());
        List<RankingView.Cell> cells = kpis.stream()
                .map(kpi -> new RankingView.Cell(kpi, values.get(kpi.code()), Shown.of(values.get(kpi.code()))))
                .toList();
        Shown mark = child.level() == Level.BLOCK
                ? null
                : Shown.of(figures.explanation(child.code()).mark());
        return new PlaceView.Below(child, mark, cells);
    }
}
