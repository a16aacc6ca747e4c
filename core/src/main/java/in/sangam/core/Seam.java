package in.sangam.core;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A point at which a crash campaign may kill the hub. Does nothing unless the JVM property {@code sangam.crash.at} is
 * set to {@code <seam>} or {@code <seam>:<n>}: then the JVM halts with status 137, as under {@code kill -9}, when it
 * comes to that seam for the n-th time. With {@code sangam.crash.when} it counts only while the file of that name exists.
 */
public final class Seam {

    private static final @Nullable Seam ARMED = armed(System.getProperty("sangam.crash.at"));

    private static final @Nullable Path WHEN = path(System.getProperty("sangam.crash.when"));

    private final String name;
    private final AtomicInteger left;

    private Seam(String name, int times) {
        this.name = name;
        this.left = new AtomicInteger(times);
    }

    /** Marks that the running thread has come to the seam. */
    public static void reached(String name) {
        if (ARMED != null && ARMED.name.equals(name) && isTime() && ARMED.left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static boolean isTime() {
        return WHEN == null || Files.exists(WHEN);
    }

    private static @Nullable Path path(@Nullable String property) {
        return property == null || property.isBlank() ? null : Path.of(property);
    }

    private static @Nullable Seam armed(@Nullable String property) {
        if (property == null || property.isBlank()) {
            return null;
        }
        int colon = property.lastIndexOf(':');
        return colon < 0
                ? new Seam(property.strip(), 1)
                : new Seam(
                        property.substring(0, colon).strip(),
                        Integer.parseInt(property.substring(colon + 1).strip()));
    }
}
