package in.sangam.bench.campaign;

import in.sangam.bench.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What an operator does after the fact: everything again, or from a backup. */
final class RestoreFaults {

    private static final int NEWS = 300;

    /** Far beyond any number that the lost hours can have given out. */
    private static final String LEAP = "select setval('hub.change_no', nextval('hub.change_no') + 1000000)";

    private RestoreFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("every stream replayed from its start, twice", RestoreFaults::replayTwice),
                new Fault("database restored from an older backup", RestoreFaults::restore));
    }

    private static void replayTwice(Stage stage) throws Exception {
        for (int i = 0; i < 2; i++) {
            stage.news(NEWS);
            stage.store.execute("delete from hub.cursor");
            stage.recovery.awaitQuiet();
        }
    }

    /** The broker's journal is newer than the restored database, and some of its pages are stored already or never will be. */
    private static void restore(Stage stage) throws Exception {
        Path data = stage.database.data();
        Path backup = data.resolveSibling("backup");
        stage.database.close();
        copy(data, backup);
        stage.database.startPatiently();
        stage.news(NEWS);
        stage.recovery.awaitAll(stage.truth());
        stage.news(NEWS);
        stage.nodes.forEach(RestoreFaults::stop);
        stage.database.close();
        Folders.delete(data);
        Files.move(backup, data);
        stage.database.startPatiently();
        stage.store.execute(LEAP);
        stage.feed.forget();
        stage.leases.forget();
        stage.forgetDeliveries();
        stage.faultEnds();
        for (Node node : stage.nodes) {
            stage.start(node);
        }
    }

    private static void stop(Node node) {
        try {
            node.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
