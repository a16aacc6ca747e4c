package in.sangam.sandbox.shape;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What the sandbox carries with it: data and SQL. */
final class Resource {

    private Resource() {}

    /** Returns the rows of a CSV file under {@code /data}, also of one that is compressed. */
    static List<NamedCsvRecord> rows(String file) {
        try (InputStream packed = stream("/data/" + file);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("data/" + file + " cannot be read", e);
        }
    }

    /** Returns the text of a file under {@code /sql}. */
    static String sql(String file) {
        try (InputStream text = stream("/sql/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("sql/" + file + " cannot be read", e);
        }
    }

    private static InputStream stream(String path) {
        return Objects.requireNonNull(
                Resource.class.getResourceAsStream(path), () -> path + " is missing from the sandbox jar");
    }
}
