package in.sangam.feeds.pages;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Kpi;
import in.sangam.core.kpi.KpiValue;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.Subject;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.pages.CorrectionView.Answer;
import in.sangam.feeds.pages.CorrectionView.Entered;
import in.sangam.feeds.publication.CorrectionDesk;
import in.sangam.store.Corrections;
import in.sangam.store.Corrections.Correction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections: what was asked for, in what state and until when, and one with all that was said about it. */
@Controller
final class CorrectionPages {

    private static final int MONTHS = 12;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    private final HubConfig config;
    private final FigureBoard board;
    private final Corrections corrections;
    private final CorrectionDesk desk;
    private final AsOfClock clock;

    CorrectionPages(
            HubConfig config, FigureBoard board, Corrections corrections, CorrectionDesk desk, AsOfClock clock) {
        this.config = config;
        this.board = board;
        this.corrections = corrections;
        this.desk = desk;
        this.clock = clock;
    }

    /** The list; the parameters fill the form, so that a number's page can lead to it. */
    @GetMapping("/corrections")
    ResponseEntity<String> all(
            Page page,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String kpi,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "numerator") String part) {
        return all(HttpStatus.OK, page, new Entered(period, kpi, place, part, "", ""), null);
    }

    ResponseEntity<String> all(HttpStatus status, Page page, Entered entered, @Nullable FormProblem problem) {
        List<String> months = new ArrayList<>();
        for (int back = 0; back < MONTHS; back++) {
            months.add(board.current().month().minusMonths(back).toString());
        }
        if (MONTH.matcher(entered.period()).matches() && !months.contains(entered.period())) {
            months.add(entered.period());
        }
        List<Kpi> kpis = board.at(board.current()).kpis().stream()
                .filter(each -> each.subject() == Subject.PLACE)
                .toList();
        List<CorrectionView> all = corrections.all().stream()
                .map(each -> view(page, each, null, nothing()))
                .toList();
        return Templates.render(
                status,
                "corrections",
                page,
                new CorrectionView.All(
                        all,
                        new CorrectionView.Form(
                                months, kpis, config.places().ofLevel(Level.DISTRICT), entered, problem)));
    }

    @GetMapping("/corrections/{id}")
    ResponseEntity<String> one(Page page, @PathVariable long id) {
        return one(HttpStatus.OK, page, id, nothing());
    }

    ResponseEntity<String> one(HttpStatus status, Page page, long id, Answer entered) {
        Correction correction = desk.found(id);
        return Templates.render(status, "correction", page, view(page, correction, counted(correction), entered));
    }

    private static Answer nothing() {
        return new Answer("", "", "", null);
    }

    private CorrectionView view(Page page, Correction correction, @Nullable BigDecimal counted, Answer entered) {
        boolean open = correction.state().equals("open");
        boolean signed = correction.state().equals("signed-once");
        boolean another = !page.user().equals(correction.askedBy());
        return new CorrectionView(
                correction,
                config.kpis().find(correction.kpi()).orElse(null),
                config.places().find(correction.place()).orElse(null),
                (open || signed) && clock.today().isAfter(correction.due()),
                counted,
                open && another,
                signed && another && !page.user().equals(correction.decidedBy()),
                entered);
    }

    private @Nullable BigDecimal counted(Correction correction) {
        Period period = Period.of(correction.period());
        Kpi kpi = config.kpis().find(correction.kpi(), period).orElse(null);
        Place place = config.places().find(correction.place()).orElse(null);
        if (kpi == null || place == null) {
            return null;
        }
        KpiValue value = board.at(period).below(kpi, place.code());
        return correction.part().equals("numerator") ? value.numerator() : value.denominator();
    }
}
