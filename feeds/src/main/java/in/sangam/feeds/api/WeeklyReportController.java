package in.sangam.feeds.api;

import in.sangam.store.KeptReport.Count;
import in.sangam.store.KeptReport.Delivery;
import in.sangam.store.KeptReport.Head;
import in.sangam.store.KeptReport.Listed;
import in.sangam.store.KeptReport.Made;
import in.sangam.store.WeeklyReports;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The weekly reports as they were made, and how far each has come to its recipients. */
@RestController
@RequestMapping("/api/v1/weekly-reports")
final class WeeklyReportController {

    private final WeeklyReports reports;

    WeeklyReportController(WeeklyReports reports) {
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "The reports of a week, which is named by its last day; without week the latest")
    Listing<Head> list(@RequestParam(required = false) @Nullable String week) {
        if (week != null) {
            return Listing.of(reports.of(Parameters.day(week)));
        }
        return Listing.of(reports.weeks().stream().findFirst().map(reports::of).orElse(List.of()));
    }

    @GetMapping("/counts")
    @Operation(summary = "The counts of a report, by record type; empty where no record of the type has ever come")
    Listing<Count> counts(@RequestParam String report, @RequestParam String week, @RequestParam String place) {
        return Listing.of(found(report, week, place).content().counts());
    }

    @GetMapping("/cases")
    @Operation(summary = "The cases or hearings that a report lists, by id and office")
    Listing<Listed> cases(@RequestParam String report, @RequestParam String week, @RequestParam String place) {
        return Listing.of(found(report, week, place).content().cases());
    }

    @GetMapping("/deliveries")
    @Operation(
            summary =
                    "To whom the reports of a week go, by role and place, and how far each has come, with its receipt")
    Listing<Delivery> deliveries(
            @RequestParam String week,
            @RequestParam(required = false) @Nullable String report,
            @RequestParam(required = false) @Nullable String place) {
        return Listing.of(reports.deliveries(Parameters.day(week), report, place));
    }

    private Made found(String report, String week, String place) {
        LocalDate last = Parameters.day(week);
        return reports.find(report, last, place)
                .orElseThrow(() -> ParameterProblem.missing(
                        "report",
                        "There is no report '" + report + "' of " + place + " for the week to " + last + "."));
    }
}
