package in.sangam.bench.campaign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small disk of its own under a folder: a tmpfs that this process mounted in its own mount namespace, where it may. Where
 * it may not, the folder is a plain one and {@link #isOwn()} says so: what needs a full disk is skipped then.
 */
final class Disk implements AutoCloseable {

    private final Path folder;
    private final boolean own;

    private Disk(Path folder, boolean own) {
        this.folder = folder;
        this.own = own;
    }

    static Disk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = Boolean.getBoolean("hub.own-mounts")
                && run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m,mode=755", "sangam", folder.toString());
        return new Disk(folder, mounted);
    }

    Path folder() {
        return folder;
    }

    boolean isOwn() {
        return own;
    }

    /** Writes until nothing more fits. */
    void fill() throws IOException {
        try (FileChannel file = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer block = ByteBuffer.allocate(64 * 1024);
            while (true) {
                block.clear();
                file.write(block);
            }
        } catch (IOException full) {
            if (!Files.exists(filler())) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    /** Makes the disk read-only; only possible while nobody has a file open for writing. */
    boolean readOnly() throws IOException, InterruptedException {
        return run("mount", "-o", "remount,ro", folder.toString());
    }

    void writable() throws IOException, InterruptedException {
        run("mount", "-o", "remount,rw", folder.toString());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (own) {
            run("umount", "-l", folder.toString());
        }
    }
}
