package in.sangam.feeds.marks;

import in.sangam.feeds.ConnectedPortal;
import in.sangam.feeds.FeedSettings;
import in.sangam.store.StreamHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How fresh each source is, against what it promises. Ages are of the wall clock, whatever the hub's as-of. */
public final class Sources {

    /** What is to be said of a stream at a glance. */
    public enum State {
        /** Nothing was ever received. */
        NEVER,
        /** Younger than promised, or nothing is promised. */
        ON_TIME,
        /** Older than promised. */
        LATE,
        /** Stands still until the portal answers readably or a person decides. */
        STALLED
    }

    /**
     * One stream.
     *
     * @param age since the last success, null when there was none
     * @param health null before the first poll
     */
    public record Stream(
            ConnectedPortal portal,
            String name,
            @Nullable Duration promise,
            @Nullable Duration age,
            State state,
            StreamHealth.@Nullable Entry health) {}

    /** One portal: as old as its oldest stream and in the worst of their states. */
    public record Portal(ConnectedPortal portal, @Nullable Duration age, State state, List<Stream> streams) {}

    private final FeedSettings settings;
    private final StreamHealth health;
    private final InstantSource wallClock;

    public Sources(FeedSettings settings, StreamHealth health, InstantSource wallClock) {
        this.settings = settings;
        this.health = health;
        this.wallClock = wallClock;
    }

    /** Returns every portal that gives something with its streams, by the order of the connectors. */
    public List<Portal> all() {
        Map<String, StreamHealth.Entry> byStream = health.all().stream()
                .collect(Collectors.toMap(e -> e.portal() + "/" + e.stream(), Function.identity()));
        Instant now = wallClock.instant();
        return settings.portals().get().stream()
                .filter(portal -> !portal.streams().isEmpty())
                .map(portal -> portal(portal, byStream, now))
                .toList();
    }

    private static Portal portal(ConnectedPortal portal, Map<String, StreamHealth.Entry> health, Instant now) {
        List<Stream> streams = new ArrayList<>();
        Duration oldest = null;
        State worst = State.ON_TIME;
        for (ConnectedPortal.Stream declared : portal.streams()) {
            Stream stream = stream(portal, declared, health.get(portal.portal() + "/" + declared.name()), now);
            streams.add(stream);
            Duration age = stream.age();
            oldest = age == null || (oldest != null && oldest.compareTo(age) >= 0) ? oldest : age;
            worst = worse(stream.state(), worst);
        }
        return new Portal(portal, oldest, worst, streams);
    }

    private static State worse(State one, State other) {
        List<State> fromBad = List.of(State.STALLED, State.NEVER, State.LATE, State.ON_TIME);
        return fromBad.indexOf(one) < fromBad.indexOf(other) ? one : other;
    }

    private static Stream stream(
            ConnectedPortal portal, ConnectedPortal.Stream declared, StreamHealth.@Nullable Entry health, Instant now) {
        Instant last = health == null ? null : health.lastSuccess();
        Duration age = last == null ? null : Duration.between(last, now);
        return new Stream(portal, declared.name(), declared.fresh(), age, state(health, age, declared.fresh()), health);
    }

    private static State state(
            StreamHealth.@Nullable Entry health, @Nullable Duration age, @Nullable Duration promise) {
        if (health != null && health.state().equals("stalled")) {
            return State.STALLED;
        }
        if (age == null) {
            return State.NEVER;
        }
        return promise != null && age.compareTo(promise) > 0 ? State.LATE : State.ON_TIME;
    }
}
