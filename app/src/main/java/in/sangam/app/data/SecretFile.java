package in.sangam.app.data;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A properties file that only its owner may read (0600); written whole and atomically, so that a kill leaves the old or the new. */
public final class SecretFile {

    private final Path file;
    private final Properties values = new Properties();

    public SecretFile(Path file) {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException notYet) {
            // made by the first value
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; it must belong to the user who runs the hub", e);
        }
    }

    /** Writes one secret into a file of its own, readable by its owner alone, when the file is not there yet. */
    public static void makeOnce(Path file, Supplier<String> fresh) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, fresh.get() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Returns a value, or null when the file has none of that name. */
    public synchronized @Nullable String get(String name) {
        return values.getProperty(name);
    }

    /** Returns a value; generates and keeps it when it is asked for the first time. */
    public synchronized String getOrMake(String name, Supplier<String> fresh) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = fresh.get();
        put(name, made);
        return made;
    }

    public synchronized void put(String name, String value) {
        values.setProperty(name, value);
        write();
    }

    private void write() {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            StringWriter text = new StringWriter();
            values.store(text, null);
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                writer.write(text.toString());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
