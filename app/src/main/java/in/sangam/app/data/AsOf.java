package in.sangam.app.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The instant at which a data folder's "now" stands still; kept with the folder, because its records are judged by it. A
 * folder without one runs by the wall clock.
 */
public final class AsOf {

    private AsOf() {}

    /**
     * Returns the folder's instant, null for the wall clock; remembers the one that is asked for when the folder is new.
     *
     * @param asked ISO date-time with offset, null when the operator asked for none
     * @throws IllegalArgumentException when another is asked for than the folder was filled at, or it cannot be read
     */
    public static @Nullable OffsetDateTime of(DataFolder folder, @Nullable String asked) {
        OffsetDateTime wanted = asked == null ? null : parse(asked);
        Path file = folder.file("as-of");
        String kept = read(file);
        if (kept == null && wanted != null) {
            write(file, wanted.toString());
            return wanted;
        }
        if (kept == null) {
            return null;
        }
        OffsetDateTime known = parse(kept);
        if (wanted != null && !wanted.isEqual(known)) {
            throw new IllegalArgumentException("The data folder " + folder.home() + " was filled as of " + known
                    + ", not " + wanted + ": leave --as-of out, or choose an empty folder with --data");
        }
        return known;
    }

    private static OffsetDateTime parse(String text) {
        try {
            return OffsetDateTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "As-of must be an ISO date-time with offset such as 2026-10-31T18:00:00+05:30, not '" + text + "'",
                    e);
        }
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = file.resolveSibling("as-of.new");
            Files.writeString(fresh, text + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
