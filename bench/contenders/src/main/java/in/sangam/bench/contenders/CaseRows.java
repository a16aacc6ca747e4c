package in.sangam.bench.contenders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.config.HubConfig;
import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.record.Assembled;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordAssembler;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A portal's row as a case, by hand-written Java and the hub's own places, time limits and measures. */
public final class CaseRows {

    private static final Map<String, String> STATUS =
            Map.of("SUBMITTED", "pending", "UNDER_PROCESS", "pending", "DISPOSED", "disposed", "REJECTED", "rejected");

    private final RecordAssembler assembler;
    private final Measures measures;

    public CaseRows(Path config) {
        HubConfig hub = HubConfig.load(config);
        assembler = new RecordAssembler(hub.places().names(), hub.rules());
        measures = hub.measures();
    }

    public CanonicalRecord record(JsonNode row) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("kind", "case").put("type", "rtps-application");
        draft.set("sourceId", row.get("application_no"));
        draft.set("version", row.get("updated_at"));
        ObjectNode place = draft.putObject("place");
        place.set("district", row.get("district"));
        place.set("block", row.get("block"));
        ObjectNode fields = draft.putObject("fields");
        fields.set("service", row.get("service_code"));
        fields.put("mode", row.get("mode").asText().toLowerCase(Locale.ROOT));
        fields.put("channel", row.get("channel").asText().toLowerCase(Locale.ROOT));
        fields.set("registered", row.get("submitted_at"));
        fields.set("complete", row.get("completed_at"));
        fields.set("disposed", row.get("disposed_at"));
        fields.set("portalDue", row.get("due_date"));
        fields.put("status", STATUS.get(row.get("status").asText()));
        Assembled assembled = assembler.assemble("rtps", "applications", 0, draft, row);
        if (assembled instanceof Assembled.Valid valid) {
            return valid.record();
        }
        throw new IllegalArgumentException("The bench's rows are all good, but this one was refused");
    }

    List<Contribution> contributions(CanonicalRecord record) {
        return measures.of(record);
    }
}
