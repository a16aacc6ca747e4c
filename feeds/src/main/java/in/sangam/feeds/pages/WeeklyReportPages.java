package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.core.report.Role;
import in.sangam.core.report.WeeklyReport;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.feeds.api.Parameters;
import in.sangam.store.KeptReport.Delivery;
import in.sangam.store.KeptReport.Head;
import in.sangam.store.KeptReport.Made;
import in.sangam.store.WeeklyReports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The weekly reports: those of a week, and one of them with whom it is for and how far it has come. */
@Controller
public final class WeeklyReportPages {

    /** The reports of a week by report code; {@code week} is its last day, null while none has been made. */
    public record All(
            List<LocalDate> weeks,
            @Nullable LocalDate week,
            List<WeeklyReport> declared,
            Map<String, List<Head>> heads,
            Map<String, Place> places) {}

    /** One report. */
    public record One(
            Made made,
            @Nullable WeeklyReport declared,
            List<Delivery> deliveries,
            Map<String, Role> roles,
            Map<String, Place> places) {}

    private final HubConfig config;
    private final WeeklyReports reports;

    WeeklyReportPages(HubConfig config, WeeklyReports reports) {
        this.config = config;
        this.reports = reports;
    }

    @GetMapping("/weekly-reports")
    ResponseEntity<String> all(Page page, @RequestParam(required = false) @Nullable String week) {
        List<LocalDate> weeks = reports.weeks();
        LocalDate of = week != null ? Parameters.day(week) : weeks.isEmpty() ? null : weeks.get(0);
        Map<String, List<Head>> heads = new TreeMap<>();
        if (of != null) {
            reports.of(of).forEach(head -> heads.computeIfAbsent(head.report(), r -> new ArrayList<>())
                    .add(head));
        }
        return Templates.render("weeklyreports", page, new All(weeks, of, config.reports(), heads, places()));
    }

    @GetMapping("/weekly-reports/{report}/{week}/{place}")
    ResponseEntity<String> one(
            Page page, @PathVariable String report, @PathVariable String week, @PathVariable String place) {
        LocalDate of = Parameters.day(week);
        Made made = reports.find(report, of, place)
                .orElseThrow(() -> ParameterProblem.missing("report", "There is no such report."));
        WeeklyReport declared = config.reports().stream()
                .filter(each -> each.code().equals(report))
                .findFirst()
                .orElse(null);
        Map<String, Role> roles = new TreeMap<>();
        config.reports().forEach(each -> each.to().forEach(role -> roles.put(role.code(), role)));
        return Templates.render(
                "weeklyreport", page, new One(made, declared, reports.deliveries(of, report, place), roles, places()));
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new TreeMap<>();
        config.places().all().forEach(place -> places.put(place.code(), place));
        return places;
    }
}
