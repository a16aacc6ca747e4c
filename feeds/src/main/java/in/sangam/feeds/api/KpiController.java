package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.PublishedReader;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** KPIs as declared, and their values. */
@RestController
@RequestMapping("/api/v1")
final class KpiController {

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;
    private final PublishedReader published;
    private final UnitValues units;

    KpiController(HubConfig config, FigureBoard board, Asked asked, PublishedReader published) {
        this.config = config;
        this.board = board;
        this.asked = asked;
        this.published = published;
        this.units = new UnitValues(config.places());
    }

    @GetMapping("/kpis")
    @Operation(summary = "KPIs as they are declared, with their formula")
    Listing<DeclaredKpi> kpis() {
        return Listing.of(config.kpis().all().stream().map(DeclaredKpi::of).toList());
    }

    @GetMapping("/kpi-values")
    @Operation(
            summary = "KPI values of a month",
            description =
                    "All KPIs and places unless asked for fewer. With since, only cells published after that change"
                            + " number. Blocks are listed when a place or level=block is asked for. With tree, those of the"
                            + " units of a departmental tree, with its own words for level, and beside them what no unit can"
                            + " be given, by the place it lies in: together they add up to the state's. Those of posts,"
                            + " departments and portals are listed when their KPI or one of them (place=post/P188-1) is asked for.")
    Listing<ShownValue> values(
            @RequestParam(required = false) @Nullable String kpi,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String tree,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Long since) {
        Period month = asked.period(period);
        List<Kpi> kpis = kpi == null ? config.kpis().inForce(month) : List.of(asked.kpi(kpi));
        if (tree != null) {
            refuseBesideTree(place, since);
            String known = asked.tree(tree);
            return units.listing(board.lately(month), known, asked.treeLevel(known, level), kpis);
        }
        Subject kind = place != null
                ? Subject.kindOf(place)
                : kpi != null && level == null ? kpis.get(0).subject() : Subject.PLACE;
        if (kind != Subject.PLACE) {
            Figures figures = figures(month, null, since);
            if (place != null) {
                Asked.counted(place, figures);
            }
            return listing(figures, place == null ? figures.subjects(kind) : List.of(place), kpis, since);
        }
        List<Place> places = place == null ? places(level) : List.of(asked.place(place));
        if (place != null && places.get(0).level() == Level.UNIT) {
            return units.listing(board.lately(month), places.get(0), kpis);
        }
        Figures figures = figures(month, place == null ? null : places.get(0), since);
        return listing(figures, places.stream().map(Place::code).toList(), kpis, since);
    }

    private Listing<ShownValue> listing(Figures figures, List<String> subjects, List<Kpi> kpis, @Nullable Long since) {
        Set<PublishedReader.Cell> changed = since == null ? Set.of() : published.changedSince(since);
        List<ShownValue> values = new ArrayList<>();
        for (String subject : subjects) {
            for (Kpi one : kpis) {
                KpiValue value = figures.values(subject).get(one.code());
                if (value != null && (since == null || changed.contains(cell(value)))) {
                    values.add(
                            Subject.kindOf(subject) == Subject.PLACE
                                    ? ShownValue.of(value, config.places().get(subject), figures)
                                    : ShownValue.of(value, figures));
                }
            }
        }
        return Listing.of(figures, values);
    }

    private static void refuseBesideTree(@Nullable String place, @Nullable Long since) {
        if (place != null) {
            throw ParameterProblem.invalid(
                    "place", "Name a tree or a place; a unit is a place: place=unit/<tree>/<code>.", List.of());
        }
        if (since != null) {
            throw ParameterProblem.invalid("since", "Values of units are not published, only worked out.", List.of());
        }
    }

    private Figures figures(Period month, @Nullable Place place, @Nullable Long since) {
        if (place != null) {
            return board.of(place, month);
        }
        return since == null ? board.lately(month) : board.at(month);
    }

    private static PublishedReader.Cell cell(KpiValue value) {
        return new PublishedReader.Cell(
                value.kpi(), value.place(), value.period().toString());
    }

    private List<Place> places(@Nullable String level) {
        Places tree = config.places();
        if (level != null) {
            return tree.ofLevel(asked.level("level", level, Level.ADMINISTRATIVE));
        }
        List<Place> all = new ArrayList<>();
        all.add(tree.root());
        all.addAll(tree.ofLevel(Level.DIVISION));
        all.addAll(tree.ofLevel(Level.DISTRICT));
        return all;
    }
}
