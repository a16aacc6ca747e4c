package in.sangam.feeds.api;

import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.ConnectorDesk.Finding;
import in.sangam.feeds.FeedSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an admin has done with a connector; each is a POST, which only an admin may send. */
@RestController
@RequestMapping("/api/v1/connectors")
public final class ConnectorController {

    /** Which layer of the way to a portal fails; {@code sentence} of the first, or that all is well. */
    public record Checked(String portal, boolean good, String sentence, List<Finding> findings) {}

    private final FeedSettings settings;
    private final ConnectorDesk desk;

    ConnectorController(FeedSettings settings, ConnectorDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @PostMapping("/{portal}/check")
    @Operation(
            summary = "Says which layer of the way to a portal fails; only for an admin",
            description =
                    "Setting, name, TCP, TLS, login, contract, slow, up to the first that fails. One answer of each"
                            + " stream is asked for, within the portal's rate; nothing is kept.")
    public Checked check(@PathVariable String portal, Principal who) {
        List<Finding> findings = desk.check(portal, who.getName())
                .orElseThrow(() -> ParameterProblem.missing(
                        "portal", "No portal '" + portal + "' is connected. Connected are " + connected() + "."));
        return findings.stream()
                .filter(each -> !each.good())
                .findFirst()
                .map(failed -> new Checked(portal, false, failed.sentence(), findings))
                .orElseGet(() -> new Checked(portal, true, "All is well", findings));
    }

    private List<String> connected() {
        return settings.portals().get().stream().map(ConnectedPortal::portal).toList();
    }
}
