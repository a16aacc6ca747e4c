package in.sangam.app.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one hub: database, broker journal, secrets, log. Made on first use, readable by its owner alone, and open
 * in one process at a time.
 */
public final class DataFolder implements AutoCloseable {

    private final Path home;
    private @Nullable FileChannel lock;

    public DataFolder(Path home) {
        this.home = home.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.home);
            if (Files.getFileStore(this.home).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(this.home, PosixFilePermissions.fromString("rwx--x--x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder " + this.home + " cannot be made; choose another with --data", e);
        }
    }

    /** Takes the folder for this process; throws {@link FolderInUse} when another process has it. */
    public DataFolder open() {
        try {
            FileChannel channel =
                    FileChannel.open(home.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = tryLock(channel);
            if (taken == null) {
                channel.close();
                throw new FolderInUse(home);
            }
            lock = channel;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + home + " cannot be locked", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path home() {
        return home;
    }

    /** Returns the path of a file or folder inside. */
    public Path file(String name) {
        return home.resolve(name);
    }

    @Override
    public void close() {
        FileChannel held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The lock of " + home + " cannot be given back", e);
            }
        }
    }

    /** Another process works in the folder. */
    public static final class FolderInUse extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        FolderInUse(Path home) {
            super("Another hub runs on " + home + "; stop it first, or choose another folder with --data");
        }
    }
}
