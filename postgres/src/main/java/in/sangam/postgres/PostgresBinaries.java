package in.sangam.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come as an archive on the class path, unpacked once per machine user.
 *
 * <p>The folder is {@code $SANGAM_CACHE}, or {@code ~/.cache/sangam}. Several processes may unpack at the same time: each
 * unpacks beside the target and the first rename wins.
 */
final class PostgresBinaries {

    static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** Returns the folder that holds {@code bin/}, {@code lib/} and {@code share/}; unpacks it on first use. */
    static Path unpacked() {
        Path target = cache().resolve("postgres-" + VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Files.createDirectories(target.getParent());
            Path fresh = Files.createTempDirectory(target.getParent(), "postgres-unpacking-");
            fresh.toFile().setExecutable(true, false);
            fresh.toFile().setReadable(true, false);
            unpackInto(fresh);
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException lostTheRace) {
                if (!Files.isDirectory(target)) {
                    throw lostTheRace;
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL could not be unpacked into " + target
                            + "; free some space, or set SANGAM_CACHE to a folder that can be written",
                    e);
        }
    }

    private static Path cache() {
        String chosen = System.getenv("SANGAM_CACHE");
        return chosen != null && !chosen.isBlank()
                ? Path.of(chosen).toAbsolutePath()
                : Path.of(System.getProperty("user.home"), ".cache", "sangam");
    }

    private static void unpackInto(Path folder) throws IOException {
        String archive = "/postgres-" + os() + "-" + arch() + ".txz";
        InputStream resource = PostgresBinaries.class.getResourceAsStream(archive);
        if (resource == null) {
            throw new IOException("No PostgreSQL for this machine on the class path (" + archive
                    + "): build with its profile, or configure an external database (hub.datasource.url)");
        }
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The PostgreSQL archive names a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            try {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } catch (FileAlreadyExistsException twiceInTheArchive) {
                // the archive names some links twice, with the same target
            }
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            file.toFile().setExecutable(true, false);
        }
    }

    private static String os() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String arch() {
        String arch = System.getProperty("os.arch");
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
    }
}
