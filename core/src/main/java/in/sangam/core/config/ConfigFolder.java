package in.sangam.core.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder that operators edit, in order of name. */
public record ConfigFolder(Path path) {

    /** Returns the files with this ending; none, with an error, when the folder is missing. */
    public List<Path> files(String ending, ConfigErrors errors) {
        if (!Files.isDirectory(path)) {
            errors.add(new ConfigError(
                    path.toString(), 0, "", "The folder is missing", "Restore it from the distribution"));
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the SHA-256 (hex) of names and contents of all YAML and CSV files in the folders. */
    static String hash(List<ConfigFolder> folders) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ConfigFolder folder : folders) {
                for (Path file : folder.files("", new ConfigErrors())) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".yaml") || name.endsWith(".csv")) {
                        digest.update(name.getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
