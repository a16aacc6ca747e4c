package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.simulate.SimulatedPortal;
import in.sangam.kit.Connector;
import in.sangam.routes.Queues;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Certifies one connector: its examples, then the whole way of its rows from a simulated portal to the store, and of what it is
 * given from the outbox to the portal, with everything that portals do wrong. What it needs of a portal it takes from the folder; nothing of the live portal is touched.
 */
public final class Certification {

    /** The key that pseudonyms in examples are made with. */
    public static final String EXAMPLE_KEY = "a key for tests";

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CertificationHub hub;

    public Certification(CertificationHub hub) {
        this.hub = hub;
    }

    /**
     * Certifies the connectors of several folders: those of drop folders together in one hub, which has nothing to do most of the time,
     * the others {@value #SIDE_BY_SIDE} side by side. One that fails beside others is certified once more alone, so that it answers for
     * nothing but itself.
     *
     * @param each is given the certificates one after the other, in the order of the folders
     */
    public void of(List<Path> folders, Consumer<Certificate> each) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Path> dropped =
                    folders.stream().filter(SimulatedPortal::isDropFolder).toList();
            Future<Map<Path, Certificate>> together = threads.submit(() -> together(dropped));
            Map<Path, Future<Certificate>> alone = new HashMap<>();
            for (Path folder : folders) {
                if (!dropped.contains(folder)) {
                    alone.put(folder, threads.submit(() -> of(folder)));
                }
            }
            for (Path folder : folders) {
                Future<Certificate> next = alone.get(folder);
                each.accept(next == null ? Objects.requireNonNull(together.get().get(folder)) : next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Certifies the connector of a folder; throws {@code ConfigException} when its manifest is wrong. */
    public Certificate of(Path folder) {
        return certified(List.of(folder)).get(0);
    }

    private Map<Path, Certificate> together(List<Path> folders) {
        Map<Path, Certificate> certificates = new HashMap<>();
        List<Certificate> all = certified(folders);
        for (int i = 0; i < all.size(); i++) {
            Path folder = folders.get(i);
            boolean again = !all.get(i).passed() && all.size() > 1;
            certificates.put(folder, again ? of(folder) : all.get(i));
        }
        return certificates;
    }

    private List<Certificate> certified(List<Path> folders) {
        List<Candidate> all = folders.stream()
                .map(folder -> Candidate.of(folder, hub.config()))
                .toList();
        List<Candidate> playable = all.stream().filter(Candidate::isPlayable).toList();
        if (!playable.isEmpty()) {
            live(playable);
        }
        return all.stream().map(Candidate::certificate).toList();
    }

    private void live(List<Candidate> all) {
        try (HikariDataSource database = hub.database();
                CertificationLane lane = hub.lane()) {
            Instant asOf = asOf(all);
            try {
                all.forEach(each -> each.open(hub.server(), database, asOf, PATIENCE));
                List<Candidate> known =
                        all.stream().filter(Candidate::hasCredentials).toList();
                if (!known.isEmpty()) {
                    known.forEach(each -> each.showWrongCredentials(true));
                    run(lane, known, database, asOf, Candidate::judgeBadCredentials);
                    known.forEach(each -> each.showWrongCredentials(false));
                }
                each(all, StreamChecks::serve);
                all.forEach(Candidate::publish);
                run(lane, all, database, asOf, Candidate::judge);
                each(all, StreamChecks::serveOneMore);
                all.forEach(Candidate::publish);
                try (var running = lane.start(connectors(all), database, asOf)) {
                    each(all, StreamChecks::restart);
                    List<Candidate> faulty =
                            all.stream().filter(Candidate::canBeUnreadable).toList();
                    faulty.forEach(Candidate::becomeUnreadable);
                    each(faulty, StreamChecks::unreadable);
                    faulty.forEach(Candidate::becomeReadable);
                    each(faulty, StreamChecks::readableAgain);
                }
                boolean drained =
                        Queues.ALL.stream().allMatch(queue -> lane.queues().waiting(Queues.deadLettersOf(queue)) == 0);
                all.forEach(each -> each.judgeTheWhole(drained));
            } finally {
                all.forEach(Candidate::close);
            }
        }
    }

    private static void run(
            CertificationLane lane,
            List<Candidate> some,
            HikariDataSource database,
            Instant asOf,
            Consumer<Candidate> judge) {
        try (var running = lane.start(connectors(some), database, asOf)) {
            some.forEach(judge);
        }
    }

    private static void each(List<Candidate> some, Consumer<StreamChecks> check) {
        some.forEach(candidate -> candidate.checks().forEach(check));
    }

    private static List<Connector> connectors(List<Candidate> some) {
        return some.stream().map(Candidate::connector).toList();
    }

    /** An hour after the latest cursor among the examples, so that they lie neither in the future nor long ago. */
    private static Instant asOf(List<Candidate> all) {
        Instant latest = all.stream()
                .map(Candidate::latest)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return latest.equals(Instant.EPOCH) ? Instant.now() : latest.plus(Duration.ofHours(1));
    }
}
