package in.sangam.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub backfill}: has a running hub read a window of a portal again, and shows how far it is. */
@Command(
        name = "backfill",
        description = {
            "Has a running hub read a window of a portal again, by the ordinary way, so that nothing counts twice. The polls go",
            "on, and their cursor does not move. Ctrl-C stops it where it is; the same command goes on from there.",
            "Exit code 0 when every row of the window is stored, 1 when it stopped or failed, 2 for misuse."
        },
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {

    private static final int LOOK_EVERY_MS = 500;
    private static final int MOST_MISSES = 120;

    @Mixin
    private HubAddress address = new HubAddress();

    @Parameters(paramLabel = "CONNECTOR", description = "Name of a connected portal")
    private String connector = "";

    @Option(names = "--stream", paramLabel = "NAME", description = "Which stream, where there is more than one")
    private @Nullable String stream;

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "First day, or cursor, of the window")
    private String from = "";

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "Last day, or cursor, of the window")
    private String to = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        HubClient hub = address.client();
        Map<String, String> window = new LinkedHashMap<>(Map.of("portal", connector, "from", from, "to", to));
        if (stream != null) {
            window.put("stream", stream);
        }
        JsonNode begun = hub.post("/api/v1/backfills", window);
        long id = begun.path("id").asLong();
        AtomicBoolean over = new AtomicBoolean();
        Thread stop = new Thread(() -> stop(hub, id, over));
        Runtime.getRuntime().addShutdownHook(stop);
        try (BackfillProgress progress = BackfillProgress.on(spec.commandLine().getOut(), begun)) {
            JsonNode ended = follow(hub, id, progress);
            over.set(true);
            return progress.ended(ended);
        } finally {
            over.set(true);
        }
    }

    private static JsonNode follow(HubClient hub, long id, BackfillProgress progress)
            throws IOException, InterruptedException {
        int misses = 0;
        while (true) {
            try {
                JsonNode now = hub.get("/api/v1/backfills/" + id);
                misses = 0;
                progress.show(now);
                if (ended(now)) {
                    return now;
                }
            } catch (IOException away) {
                if (++misses > MOST_MISSES) {
                    throw new IOException(
                            "The hub does not answer any longer. The backfill goes on when it is back", away);
                }
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Read to its end is not enough: what was read must have come to the store. */
    private static boolean ended(JsonNode now) {
        return switch (now.path("state").asText()) {
            case "running" -> false;
            case "finished" -> now.path("stored").asLong() >= now.path("pages").asLong();
            default -> true;
        };
    }

    private void stop(HubClient hub, long id, AtomicBoolean over) {
        if (over.get()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            JsonNode now = hub.post("/api/v1/backfills/" + id + "/pause", Map.of());
            err.println("\nStopped at " + now.path("at").asText() + "; the same command goes on from there.");
        } catch (IOException | RuntimeException away) {
            err.println("\nThe hub could not be told to stop: the backfill goes on there.");
        }
        err.flush();
    }
}
