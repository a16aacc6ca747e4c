package in.sangam.feeds;

import in.sangam.feeds.api.ParameterProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk of a hub to which no portal is connected. */
record NobodysDesk() implements ConnectorDesk {

    @Override
    public Optional<List<Finding>> check(String portal, String who) {
        return Optional.empty();
    }

    @Override
    public Shown beginBackfill(String portal, @Nullable String stream, String from, String to, String who) {
        throw ParameterProblem.invalid("portal", "No portal is connected.", List.of());
    }

    @Override
    public Shown pullAgain(String portal, String stream, String from, String to, String who) {
        return beginBackfill(portal, stream, from, to, who);
    }

    @Override
    public Optional<Shown> pauseBackfill(long id, String who) {
        return Optional.empty();
    }

    @Override
    public List<Shown> backfills() {
        return List.of();
    }
}
