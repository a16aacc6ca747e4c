package in.sangam.app.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds any of many values in the bytes of a file at once, by the hash of their first eight bytes. */
final class PersonalSearch {

    private static final int WINDOW = 8;
    private static final int OVERLAP = 512;
    private static final int CHUNK = 8 << 20;

    private final Map<Long, byte[][]> byPrefix = new HashMap<>();

    PersonalSearch(Collection<String> values) {
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            byPrefix.merge(prefix(bytes, 0), new byte[][] {bytes}, PersonalSearch::joined);
        }
    }

    Optional<String> in(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[CHUNK + OVERLAP];
            int kept = 0;
            for (int read = in.read(buffer, kept, CHUNK); read >= 0; read = in.read(buffer, kept, CHUNK)) {
                int end = kept + read;
                Optional<String> found = in(buffer, end);
                if (found.isPresent()) {
                    return found;
                }
                kept = Math.min(OVERLAP, end);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
            return Optional.empty();
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<String> in(byte[] bytes, int end) {
        for (int i = 0; i + WINDOW <= end; i++) {
            byte[][] candidates = byPrefix.get(prefix(bytes, i));
            if (candidates == null) {
                continue;
            }
            for (byte[] candidate : candidates) {
                if (i + candidate.length <= end && matches(bytes, i, candidate)) {
                    return Optional.of(new String(candidate, StandardCharsets.UTF_8));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(byte[] bytes, int from, byte[] candidate) {
        for (int i = 0; i < candidate.length; i++) {
            if (bytes[from + i] != candidate[i]) {
                return false;
            }
        }
        return true;
    }

    private static long prefix(byte[] bytes, int from) {
        long value = 0;
        for (int i = 0; i < WINDOW; i++) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private static byte[][] joined(byte[][] one, byte[][] other) {
        byte[][] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
