package in.sangam.bench.campaign;

import in.sangam.bench.broken.AgentJar;
import in.sangam.bench.broken.Breach;
import in.sangam.bench.broken.BrokenPromise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A negative control: a promise is broken on purpose, and the campaign must see it.
 *
 * @param name class of faults, and what is broken
 * @param hub the promise broken in the hubs, or
 * @param broker in the broker; both null when the database's settings break one
 * @param strike starts the hubs and lets the fault happen that the promise is for
 */
record Control(
        String name,
        int nodes,
        @org.jspecify.annotations.Nullable Breach hub,
        @org.jspecify.annotations.Nullable Breach broker,
        Map<String, String> database,
        Fault.Strike strike) {

    static Control ofHub(String name, Breach breach, Fault.Strike strike) {
        return new Control(name, 1, breach, null, Map.of(), strike);
    }

    static Control ofBroker(String name, Breach breach, Fault.Strike strike) {
        return new Control(name, 1, null, breach, Map.of(), strike);
    }

    /** Says whether the agent found what it was to break: a class that got another name would make the control worthless. */
    boolean isInForce(Stage stage) throws IOException {
        return (hub == null && broker == null)
                || Files.readString(broker == null ? stage.first().output() : stage.broker.output())
                        .contains(BrokenPromise.SAYS);
    }

    /** Returns the stage that it takes, with the agent written into a folder. */
    Stage.Setting setting(Path folder) throws IOException {
        return new Stage.Setting(
                nodes,
                hub == null ? "" : AgentJar.option(folder, hub),
                broker == null ? "" : AgentJar.option(folder, broker),
                database);
    }
}
