package in.sangam.feeds.api;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.place.DepartmentTrees;
import in.sangam.core.place.Unit;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units of departmental trees. */
@RestController
@RequestMapping("/api/v1")
final class UnitController {

    /**
     * A unit as it is on a day.
     *
     * @param place code by which every other address knows it
     * @param parent the same of the unit that it lies in
     * @param covers codes of places, beside those that the units in it cover
     */
    public record Row(
            String place,
            String tree,
            String level,
            String nameEn,
            @Nullable String nameHi,
            @Nullable String parent,
            List<String> covers,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final DepartmentTrees trees;
    private final Asked asked;
    private final AsOfClock clock;

    UnitController(HubConfig config, Asked asked, AsOfClock clock) {
        this.trees = config.places().trees();
        this.asked = asked;
        this.clock = clock;
    }

    @GetMapping("/units")
    @Operation(
            summary = "Units of departmental trees as they are on a day",
            description = "All trees and levels unless asked for fewer; today unless asked for another day.")
    Listing<Row> units(
            @RequestParam(required = false) @Nullable String tree,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String day) {
        LocalDate on = day == null ? clock.today() : Parameters.day(day);
        List<String> named = tree == null ? trees.names() : List.of(asked.tree(tree));
        return Listing.of(named.stream()
                .flatMap(each -> (level == null ? trees.levels(each) : List.of(asked.treeLevel(each, level)))
                        .stream().flatMap(at -> trees.units(each, at, on).stream()))
                .map(UnitController::row)
                .toList());
    }

    private static Row row(Unit unit) {
        return new Row(
                unit.place(),
                unit.tree(),
                unit.level(),
                unit.nameEn(),
                unit.nameHi(),
                unit.parentPlace(),
                unit.covers(),
                unit.from(),
                unit.to());
    }
}
