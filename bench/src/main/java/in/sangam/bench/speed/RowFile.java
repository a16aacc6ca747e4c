package in.sangam.bench.speed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The portal's rows as JSON, one behind the other with a comma between, in a file: any run of them is one stretch of bytes,
 * so that serving a page costs the portal next to nothing.
 */
final class RowFile implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final FileChannel file;
    private final long[] starts;
    private final long[] updatedMicros;

    private RowFile(FileChannel file, long[] starts, long[] updatedMicros) {
        this.file = file;
        this.starts = starts;
        this.updatedMicros = updatedMicros;
    }

    /** Writes versions, oldest first, into a file and opens it; each is also shown to the truth. */
    static RowFile write(Path path, Supplier<Caseload.Version> versions, int size, Truth truth) throws IOException {
        long[] starts = new long[size + 1];
        long[] updated = new long[size];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            for (int row = 0; row < size; row++) {
                Caseload.Version version = versions.get();
                byte[] json = json(version);
                out.write(json);
                out.write(',');
                starts[row + 1] = starts[row] + json.length + 1;
                updated[row] = micros(version.updated());
                truth.saw(version);
            }
        }
        return new RowFile(FileChannel.open(path), starts, updated);
    }

    int size() {
        return updatedMicros.length;
    }

    /** Returns when the last of so many rows changed, in microseconds since 1970. */
    long lastChange(int shown) {
        return updatedMicros[shown - 1];
    }

    /** Returns rows from one to before another, without the comma behind the last. */
    byte[] rows(int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate(from == to ? 0 : (int) (starts[to] - starts[from] - 1));
        try {
            while (bytes.hasRemaining() && file.read(bytes, starts[from] + bytes.position()) >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    /** Returns the first row that is not older than a moment. */
    int since(String moment) {
        int found = Arrays.binarySearch(updatedMicros, micros(moment));
        return found >= 0 ? found : -found - 1;
    }

    private static long micros(String moment) {
        OffsetDateTime time = OffsetDateTime.parse(moment.length() == 10 ? moment + "T00:00:00+05:30" : moment);
        return time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static byte[] json(Caseload.Version version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(700);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("application_no", version.number());
            json.writeStringField("service_code", version.service());
            json.writeStringField("service_name", "प्रमाण-पत्र / Certificate");
            json.writeStringField("mode", version.tatkal() ? "TATKAL" : "NORMAL");
            json.writeStringField("channel", "ONLINE");
            json.writeStringField("district", version.block().district());
            json.writeStringField("block", version.block().name());
            json.writeStringField("applicant_name", Caseload.person(version, 0));
            json.writeStringField("father_name", Caseload.person(version, 1));
            json.writeStringField("mobile", "9876543210");
            json.writeStringField("aadhaar", "234567890124");
            json.writeStringField("submitted_at", version.submitted());
            write(json, "completed_at", version.completed());
            json.writeStringField("status", version.status());
            write(json, "disposed_at", version.disposed());
            write(json, "due_date", null);
            json.writeStringField("updated_at", version.updated());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
