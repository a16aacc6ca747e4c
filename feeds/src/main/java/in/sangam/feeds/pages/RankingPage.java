package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.feeds.marks.Sources;
import in.sangam.feeds.marks.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: where every district stands. */
@Controller
final class RankingPage {

    private static final int MONTHS = 6;

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final Sources sources;
    private final TileGrid grid;

    RankingPage(HubConfig config, FigureBoard board, Asked asked, Sources sources, TileGrid grid) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.sources = sources;
        this.grid = grid;
    }

    @GetMapping("/")
    ResponseEntity<String> ranking(
            Page page,
            @RequestParam(defaultValue = "district") String subject,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String period) {
        Level level = asked.level("subject", subject, List.of(Level.DISTRICT, Level.DIVISION));
        Place within = division == null || division.isBlank() ? null : asked.place(division);
        return Templates.render("ranking", page, view(level, within, asked.period(period)));
    }

    @GetMapping("/fragments/freshness")
    ResponseEntity<String> freshness(Page page) {
        return Templates.render("freshness", page, sources.all());
    }

    private RankingView view(Level level, @Nullable Place division, Period period) {
        List<Figures> months = board.lately(period, MONTHS);
        Figures figures = months.get(MONTHS - 1);
        List<RankingView.Row> all = Standing.of(months, level).stream()
                .map(standing -> row(standing, figures))
                .toList();
        List<RankingView.Row> rows = all.stream()
                .filter(row -> division == null || division.equals(row.division()))
                .toList();
        boolean trend = all.stream()
                .anyMatch(row -> Sparkline.of(row.standing().marks()).drawn());
        return new RankingView(
                figures,
                level,
                offered(),
                config.places().ofLevel(Level.DIVISION),
                division,
                rows,
                level == Level.DISTRICT ? tiles(all) : List.of(),
                grid.columns(),
                grid.lines(),
                sources.all(),
                trend);
    }

    private List<Period> offered() {
        List<Period> periods = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            periods.add(new Period(board.current().month().minusMonths(back)));
        }
        periods.sort(Comparator.reverseOrder());
        return periods;
    }

    private RankingView.Row row(Standing standing, Figures figures) {
        Places places = config.places();
        Place place = places.get(standing.ranked().composite().place());
        Map<String, KpiValue> values = figures.values(place.code());
        return new RankingView.Row(
                standing,
                place,
                place.level() == Level.DIVISION
                        ? null
                        : places.at(Level.DIVISION, place.code()).orElse(null),
                figures.shownKpis().stream()
                        .map(kpi -> new RankingView.Cell(kpi, values.get(kpi.code()), Shown.of(values.get(kpi.code()))))
                        .toList());
    }

    private List<RankingView.Tile> tiles(List<RankingView.Row> rows) {
        Map<String, RankingView.Row> byPlace =
                rows.stream().collect(Collectors.toMap(row -> row.place().code(), Function.identity()));
        return grid.positions().stream()
                .filter(position -> byPlace.containsKey(position.place()))
                .map(position -> new RankingView.Tile(
                        Objects.requireNonNull(byPlace.get(position.place())), position.column(), position.line()))
                .toList();
    }
}
