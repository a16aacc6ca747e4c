package in.sangam.bench.campaign;

import java.util.List;

/** Two hubs on one broker and one database. */
final class NodeFaults {

    private static final int NEWS = 300;

    private NodeFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("first of two hubs killed", stage -> kill(stage, 0)),
                new Fault("second of two hubs killed", stage -> kill(stage, 1)),
                new Fault("rolling restart of two hubs under load", NodeFaults::rollingRestart));
    }

    /** The other hub has to take everything over; the killed one comes back only when it has. */
    private static void kill(Stage stage, int which) throws Exception {
        stage.needsNodes(2);
        stage.news(NEWS);
        stage.nodes.get(which).kill();
        stage.faultEnds();
        stage.news(NEWS);
        double seconds = stage.recovery.awaitAll(stage.truth());
        stage.note(
                String.format(java.util.Locale.ROOT, "the other hub had taken everything over after %.1f s", seconds));
        stage.start(stage.nodes.get(which));
        stage.nodes.get(which).awaitServing();
    }

    private static void rollingRestart(Stage stage) throws Exception {
        stage.needsNodes(2);
        for (Node node : stage.nodes) {
            stage.news(NEWS);
            node.close();
            stage.news(NEWS);
            stage.start(node);
            node.awaitServing();
        }
    }
}
