package in.sangam.feeds.pages;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.Place;
import in.sangam.core.record.RecordKey;
import in.sangam.feeds.api.KeyCursor;
import in.sangam.store.read.PortalDueReader;
import in.sangam.store.read.PortalDueReader.Differing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cases for which the portal publishes another due date than the time limit gives. */
@Controller
public final class PortalDuePage {

    /** Some cases, and where the next ones begin, null at the end. */
    public record View(List<Differing> cases, Map<String, Place> places, boolean open, @Nullable String next) {}

    private static final int MOST = 100;

    private final HubConfig config;
    private final PortalDueReader dues;

    PortalDuePage(HubConfig config, PortalDueReader dues) {
        this.config = config;
        this.dues = dues;
    }

    @GetMapping("/portal-due")
    ResponseEntity<String> dues(
            Page page,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after) {
        List<Differing> found = dues.list(null, List.of(), open, KeyCursor.read(after), MOST);
        Map<String, Place> places = new HashMap<>();
        found.forEach(each -> {
            String code = each.place();
            if (code != null) {
                config.places().find(code).ifPresent(place -> places.put(code, place));
            }
        });
        RecordKey last = found.size() == MOST ? found.get(MOST - 1).key() : null;
        return Templates.render(
                "portaldue", page, new View(found, places, open, last == null ? null : KeyCursor.write(last)));
    }
}
