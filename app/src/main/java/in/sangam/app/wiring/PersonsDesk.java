package in.sangam.app.wiring;

import in.sangam.feeds.ConnectorDesk;
import in.sangam.feeds.api.ParameterProblem;
import in.sangam.routes.BackfillControl;
import in.sangam.routes.check.PortalCheck;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.store.Audit;
import in.sangam.store.Backfill;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands what persons ask of connectors over to the routes. */
record PersonsDesk(LiveConnectors connectors, PortalCheck check, BackfillControl control, Audit audit)
        implements ConnectorDesk {

    @Override
    public Optional<List<Finding>> check(String portal, String who) {
        return connectors.find(portal).map(connector -> {
            List<Finding> findings =
                    check.check(connector).stream().map(PersonsDesk::shown).toList();
            boolean good = findings.stream().allMatch(Finding::good);
            audit.note(who, "connector.check", portal, good ? "all is well" : "a layer fails");
            return findings;
        });
    }

    @Override
    public Shown beginBackfill(String portal, @Nullable String stream, String from, String to, String who) {
        return begin(portal, stream, from, to, who, false);
    }

    @Override
    public Shown pullAgain(String portal, String stream, String from, String to, String who) {
        return begin(portal, stream, from, to, who, true);
    }

    private Shown begin(String portal, @Nullable String stream, String from, String to, String who, boolean listing) {
        try {
            return shown(control.begin(who, portal, stream, from, to, listing));
        } catch (BackfillControl.Refused refused) {
            throw ParameterProblem.invalid(refused.parameter(), refused.sentence(), List.of());
        }
    }

    @Override
    public Optional<Shown> pauseBackfill(long id, String who) {
        return control.pause(who, id).map(this::shown);
    }

    @Override
    public List<Shown> backfills() {
        return control.latest().stream().map(this::shown).toList();
    }

    private Shown shown(Backfill backfill) {
        return new Shown(backfill, control.share(backfill));
    }

    private static Finding shown(PortalCheck.Finding found) {
        return new Finding(
                found.layer().name().toLowerCase(Locale.ROOT),
                found.stream(),
                found.good(),
                found.took().toMillis(),
                found.sentence());
    }
}
