package in.sangam.bench.speed;

import in.sangam.bench.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Where a measurement of the hub works: a folder that is taken away in the end, the checkout, and where to tell how it goes.
 *
 * @param seed of everything that is generated
 */
record Workplace(HubProgram program, Path folder, long seed, PrintWriter err) implements AutoCloseable {

    static Workplace make(HubProgram program, long seed, PrintWriter err) throws IOException {
        Path folder = Files.createTempDirectory("sangam-bench-");
        // An interrupted measurement may have filled the disk.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(folder)));
        return new Workplace(program, folder, seed, err);
    }

    private static void abandon(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        ProcessHandle.current().children().forEach(child -> {
            child.destroy();
            child.onExit()
                    .orTimeout(1, TimeUnit.MINUTES)
                    .exceptionally(late -> child)
                    .join();
        });
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("Please delete " + folder + ": " + e.getMessage());
        }
    }

    /** Returns the generator of the portal's rows. */
    Caseload caseload(long size, List<Caseload.Block> blocks) {
        return new Caseload(size, seed, asOf(), blocks);
    }

    List<Caseload.Block> blocks() throws IOException {
        return Caseload.blocks(program.home().resolve("config/places"));
    }

    static Instant asOf() {
        return OffsetDateTime.parse(SpeedCommand.AS_OF).toInstant();
    }

    void say(String format, Object... arguments) {
        err.printf(Locale.ROOT, format + "%n", arguments);
        err.flush();
    }

    /** Throws when the disk has no room for what a measurement will write. */
    void mustHaveRoom(double bytes, String forWhat) throws IOException {
        double free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s needs about %,.0f GB in %s, and %,.0f GB are free there. Measure fewer, or name a folder on a larger disk:"
                            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER ./hub bench …",
                    forWhat,
                    bytes / 1e9,
                    folder,
                    free / 1e9));
        }
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }
}
