package in.sangam.core.config;

/**
 * One thing that is wrong in a file that operators edit.
 *
 * @param file path as the operator knows it
 * @param line from 1; 0 when the whole file is meant
 * @param key the key at fault, dotted from the top of the file; empty when there is none
 * @param message what is wrong
 * @param remedy what to do next
 */
public record ConfigError(String file, int line, String key, String message, String remedy)
        implements Comparable<ConfigError> {

    @Override
    public int compareTo(ConfigError other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message + ". " + remedy;
    }
}
