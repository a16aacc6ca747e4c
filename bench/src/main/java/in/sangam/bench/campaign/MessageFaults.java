package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What happens to pages on their way: again and again, in another order, late, or as something that is no page. */
final class MessageFaults {

    private static final int NEWS = 400;
    private static final int COPIES = 100;
    private static final int PAGES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private MessageFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("a page comes 100 times", stage -> copies(stage, Letters.FETCHED)),
                new Fault("a normalised page comes 100 times", stage -> copies(stage, Letters.NORMALISED)),
                new Fault("pages come in another order", MessageFaults::reorder),
                new Fault("pages come after newer ones", MessageFaults::late),
                new Fault("what is no page lies among the pages", MessageFaults::poison));
    }

    private static void copies(Stage stage, String queue) throws Exception {
        try (Letters letters = new Letters(stage.broker)) {
            stage.news(NEWS);
            List<byte[]> taken = taken(letters, queue, 1);
            letters.put(queue, Collections.nCopies(COPIES, taken.get(0)));
        }
    }

    private static void reorder(Stage stage) throws Exception {
        try (Letters letters = new Letters(stage.broker)) {
            for (int i = 0; i < 4; i++) {
                stage.news(NEWS / 4);
                List<byte[]> taken = new ArrayList<>(taken(letters, Letters.NORMALISED, PAGES));
                Collections.shuffle(taken, stage.random);
                letters.put(Letters.NORMALISED, taken);
            }
        }
    }

    /** Holds pages back until the hub has newer versions of the same records, then lets them come. */
    private static void late(Stage stage) throws Exception {
        try (Letters letters = new Letters(stage.broker)) {
            stage.news(NEWS);
            List<byte[]> held = taken(letters, Letters.NORMALISED, PAGES);
            stage.news(NEWS);
            stage.recovery.awaitAll(stage.truth());
            letters.put(Letters.NORMALISED, held);
        }
    }

    private static void poison(Stage stage) throws Exception {
        try (Letters letters = new Letters(stage.broker)) {
            stage.news(NEWS);
            byte[] page = taken(letters, Letters.FETCHED, 1).get(0);
            byte[] half = Arrays.copyOf(page, page.length / 2);
            byte[] words = "no page".getBytes(StandardCharsets.UTF_8);
            letters.put(Letters.FETCHED, List.of(half, page, words, new byte[0]));
            String dead = "hub.dead." + Letters.FETCHED;
            List<byte[]> found = new ArrayList<>();
            Await.until(PATIENCE, "three dead letters", () -> {
                found.addAll(letters.take(dead, 3 - found.size()));
                return found.size() == 3;
            });
        }
    }

    private static List<byte[]> taken(Letters letters, String queue, int most) throws Exception {
        List<byte[]> pages = letters.take(queue, most);
        if (pages.isEmpty()) {
            throw new Fault.NotReached("no page could be taken from " + queue);
        }
        return pages;
    }
}
