package in.sangam.app.wiring;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;

/** A properties file as it is now: read again when its time or size has changed. While it cannot be read, it is as it was. */
final class PropertiesFile {

    private final Path path;
    private Properties values;
    private String seen;

    /** Reads the file; throws {@link UncheckedIOException} when it cannot be read at first. */
    PropertiesFile(Path path) {
        this.path = path;
        try {
            this.seen = stamp();
            this.values = read();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file of portals " + path
                            + " (hub.portals) cannot be read: see that it is there, and that this user may read it",
                    e);
        }
    }

    synchronized Properties now() {
        try {
            String stamp = stamp();
            if (!stamp.equals(seen)) {
                values = read();
                seen = stamp;
            }
        } catch (IOException | IllegalArgumentException beingWritten) {
            return values;
        }
        return values;
    }

    private String stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.size();
    }

    private Properties read() throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            read.load(reader);
        }
        return read;
    }
}
