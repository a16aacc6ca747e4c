package in.sangam.sandbox.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one sandbox, held by one process at a time. Everything in it that is secret is readable by its owner
 * alone.
 */
public final class SandboxFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private SandboxFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder, making it when absent; empty when another process holds it. */
    public static Optional<SandboxFolder> take(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("sandbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SandboxFolder(path, channel, lock));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's folder " + path + " cannot be used", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Returns a file or folder inside this one. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Reads a properties file of the folder; empty when there is none. */
    public Properties read(String file) {
        return read(path, file);
    }

    /** Reads a properties file of a folder that this process need not hold. */
    public static Properties read(Path folder, String file) {
        Properties properties = new Properties();
        Path source = folder.resolve(file);
        if (Files.exists(source)) {
            try (var reader = Files.newBufferedReader(source)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(source + " cannot be read", e);
            }
        }
        return properties;
    }

    /** Writes a properties file that appears whole or not at all, readable by its owner alone. */
    public void write(String file, Properties properties, String comment) {
        Path draft = path.resolve(file + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, plain(properties, comment));
            Files.move(draft, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(path.resolve(file) + " cannot be written", e);
        }
    }

    /** One {@code name=value} a line, sorted and without escapes, so that a shell script can read it too. */
    private static String plain(Properties properties, String comment) {
        StringBuilder lines = new StringBuilder("# ").append(comment).append('\n');
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            lines.append(name).append('=').append(properties.getProperty(name)).append('\n');
        }
        return lines.toString();
    }

    /** Removes a file of the folder, if it is there. */
    public void remove(String file) {
        try {
            Files.deleteIfExists(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(path.resolve(file) + " cannot be removed", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + path + " cannot be released", e);
        }
    }
}
