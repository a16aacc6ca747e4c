package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Ranking.Ranked;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.api.Asked;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A place month by month: under the method of each month, beside all months under one method. */
@Controller
public final class ComparePage {

    private static final int MONTHS = 12;

    /**
     * The comparison.
     *
     * @param methods of the months shown, the newest first
     * @param method the one that all months are worked out by
     */
    public record CompareView(
            Figures figures,
            List<Place> places,
            Place place,
            List<Period> offered,
            List<Method> methods,
            Method method,
            List<Row> rows) {}

    /** A method: the KPIs in force from one month to another. */
    public record Method(Period first, Period last, List<Kpi> kpis) {}

    /** One month: under its own method and under the chosen one. */
    public record Row(Period period, Ranked own, Ranked chosen) {

        /** Returns how the mark would change, null without both. */
        public @Nullable BigDecimal difference() {
            BigDecimal before = own.shown();
            BigDecimal after = chosen.shown();
            return before == null || after == null ? null : after.subtract(before);
        }
    }

    private final HubConfig config;
    private final FigureBoard board;
    private final Asked asked;

    ComparePage(HubConfig config, FigureBoard board, Asked asked) {
        this.config = config;
        this.board = board;
        this.asked = asked;
    }

    /** Shows a year up to {@code period}; {@code method} is any month of the method to work out all of them by. */
    @GetMapping("/compare")
    ResponseEntity<String> compare(
            Page page,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String method) {
        List<Place> places = new ArrayList<>(config.places().ofLevel(Level.DISTRICT));
        places.addAll(config.places().ofLevel(Level.DIVISION));
        Place of = place == null ? places.get(0) : asked.place(place);
        if (!places.contains(of)) {
            throw ParameterProblem.invalid(
                    "place", "Only districts and divisions are ranked.", List.of("district", "division"));
        }
        Period last = asked.period(period);
        Period by = method == null || method.isBlank() ? last : asked.period(method);
        List<Figures> own = board.months(last, MONTHS);
        List<Figures> chosen = board.months(last, MONTHS, by);
        List<Row> rows = new ArrayList<>();
        for (int month = MONTHS - 1; month >= 0; month--) {
            rows.add(new Row(
                    own.get(month).period(),
                    own.get(month).rank(of.code()),
                    chosen.get(month).rank(of.code())));
        }
        List<Method> methods = methods(own);
        List<Kpi> inForce = config.kpis().inForce(by);
        Method used = methods.stream()
                .filter(each -> each.kpis().equals(inForce))
                .findFirst()
                .orElse(new Method(by, by, inForce));
        return Templates.render(
                "compare", page, new CompareView(own.get(MONTHS - 1), places, of, offered(), methods, used, rows));
    }

    private List<Period> offered() {
        List<Period> offered = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            offered.add(new Period(board.current().month().minusMonths(back)));
        }
        return offered;
    }

    private static List<Method> methods(List<Figures> months) {
        List<Method> methods = new ArrayList<>();
        for (int i = months.size() - 1; i >= 0; i--) {
            Figures month = months.get(i);
            Method newer = methods.isEmpty() ? null : methods.get(methods.size() - 1);
            if (newer != null && newer.kpis.equals(month.kpis())) {
                methods.set(methods.size() - 1, new Method(month.period(), newer.last, newer.kpis));
            } else {
                methods.add(new Method(month.period(), month.period(), month.kpis()));
            }
        }
        return methods;
    }
}
