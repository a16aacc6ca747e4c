package in.sangam.bench.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.bench.contenders.CaseRows;
import in.sangam.core.record.CanonicalRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the portal's row out of a message and makes the row of the table {@code record} of it, by the same Java as the other
 * contenders. The schema is fixed, so that messages carry none and no registry is asked.
 */
public final class CaseConverter implements Converter {

    /** Setting: folder of the hub's configuration. */
    static final String CONFIG = "config";

    private static final Schema KEY =
            SchemaBuilder.struct().field("source_id", Schema.STRING_SCHEMA).build();
    private static final Schema DAY =
            org.apache.kafka.connect.data.Date.builder().optional().build();
    private static final Schema RECORD = SchemaBuilder.struct()
            .field("version", Schema.INT64_SCHEMA)
            .field("version_text", Schema.STRING_SCHEMA)
            .field("status", Schema.STRING_SCHEMA)
            .field("place", Schema.STRING_SCHEMA)
            .field("service", Schema.STRING_SCHEMA)
            .field("mode", Schema.STRING_SCHEMA)
            .field("channel", Schema.STRING_SCHEMA)
            .field("registered", Schema.STRING_SCHEMA)
            .field("complete", Schema.OPTIONAL_STRING_SCHEMA)
            .field("disposed", Schema.OPTIONAL_STRING_SCHEMA)
            .field("due", DAY)
            .field("portal_due", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable CaseRows cases;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        if (!isKey) {
            cases = new CaseRows(Path.of(String.valueOf(settings.get(CONFIG))));
        }
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte[] message) {
        if (cases == null) {
            return new SchemaAndValue(
                    KEY, new Struct(KEY).put("source_id", new String(message, StandardCharsets.UTF_8)));
        }
        try {
            return new SchemaAndValue(RECORD, row(cases.record(JSON.readTree(message))));
        } catch (IOException e) {
            throw new DataException(e);
        }
    }

    private static Struct row(CanonicalRecord record) {
        String due = record.field("due");
        return new Struct(RECORD)
                .put("version", record.version().order())
                .put("version_text", record.version().text())
                .put("status", record.field("status"))
                .put("place", record.place())
                .put("service", record.field("service"))
                .put("mode", record.field("mode"))
                .put("channel", record.field("channel"))
                .put("registered", record.field("registered"))
                .put("complete", record.field("complete"))
                .put("disposed", record.field("disposed"))
                .put(
                        "due",
                        due == null
                                ? null
                                : Date.from(LocalDate.parse(due)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                .put("portal_due", record.field("portalDue"));
    }

    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        throw new UnsupportedOperationException("Only a sink reads through this");
    }
}
