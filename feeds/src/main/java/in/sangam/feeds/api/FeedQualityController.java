package in.sangam.feeds.api;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Period;
import in.sangam.core.place.Place;
import in.sangam.core.record.RecordKey;
import in.sangam.feeds.marks.FeedQuality;
import in.sangam.store.read.PortalDueReader;
import in.sangam.store.read.PortalDueReader.Differing;
import io.swagger.v3.oas.annotations.Operation;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What is to be said of the portals' own data: how well each feed came, and due dates that differ from the law's. */
@RestController
@RequestMapping("/api/v1")
final class FeedQualityController {

    private static final int USUAL = 200;
    private static final int MOST = 5_000;

    private final HubConfig config;
    private final Asked asked;
    private final FeedQuality quality;
    private final PortalDueReader dues;

    FeedQualityController(HubConfig config, Asked asked, FeedQuality quality, PortalDueReader dues) {
        this.config = config;
        this.asked = asked;
        this.quality = quality;
        this.dues = dues;
    }

    @GetMapping("/feed-quality")
    @Operation(
            summary = "The quality of each feed in a month: shares late, rejected and not reported",
            description =
                    "One row a portal, with empty stream, and one for each of its streams. late: of the time in which"
                            + " it was read; rejected: of the rows received; not reported: of the days. Without period this month.")
    Listing<FeedQuality.Line> quality(@RequestParam(required = false) @Nullable String period) {
        try {
            return Listing.of(quality.of(period == null ? quality.current() : Period.of(period)));
        } catch (DateTimeParseException e) {
            throw ParameterProblem.invalid("period", "'" + period + "' is not a month.", List.of("YYYY-MM"));
        }
    }

    @GetMapping("/portal-due")
    @Operation(
            summary = "Cases for which the portal publishes another due date than the time limit gives",
            description =
                    "The hub counts by its own, the portal's is kept. days: by how many days the hub's lies later.")
    Listing<Differing> dues(
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Parameters.limit(limit, USUAL, MOST);
        List<String> places = place == null
                ? List.of()
                : config.places().subtree(asked.place(place).code()).stream()
                        .map(Place::code)
                        .toList();
        List<Differing> found = dues.list(portal, places, open, KeyCursor.read(after), most);
        String next = null;
        if (found.size() == most) {
            RecordKey last = found.get(most - 1).key();
            next = UriComponentsBuilder.fromPath("/api/v1/portal-due")
                    .queryParamIfPresent("portal", Optional.ofNullable(portal))
                    .queryParamIfPresent("place", Optional.ofNullable(place))
                    .queryParam("open", open)
                    .queryParam("after", KeyCursor.write(last))
                    .queryParam("limit", most)
                    .encode()
                    .toUriString();
        }
        return Listing.of(found, next);
    }
}
