package in.sangam.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a weekly report says, and how far it has come. */
public final class KeptReport {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private KeptReport() {}

    /** Counts of a record type in the week, and at its end; null when no record of the type has ever come. */
    public record Count(
            String type,
            @Nullable Long received,
            @Nullable Long disposed,
            @Nullable Long disposedInTime,
            @Nullable Long pending,
            @Nullable Long beyondLimit) {}

    /**
     * A case or hearing that is listed, by id and office, never by a person.
     *
     * @param place the smallest known
     * @param parent the case that a hearing is of
     * @param authority the public authority or office
     * @param since day of registration or of the hearing
     * @param due last day in time, null for a hearing
     */
    public record Listed(
            String portal,
            String stream,
            String sourceId,
            String type,
            @Nullable String place,
            @Nullable String service,
            @Nullable String parent,
            @Nullable String authority,
            @Nullable LocalDate since,
            @Nullable LocalDate due) {}

    /** What a report says. */
    public record Content(List<Count> counts, List<Listed> cases) {}

    /** A report of a place for the week that ended on a day. */
    public record Made(String report, LocalDate weekEnd, String place, Instant madeAt, Instant asOf, Content content) {}

    /** The same without what it says. */
    public record Head(String report, LocalDate weekEnd, String place, Instant madeAt, long cases) {}

    /**
     * How far a report has come to a recipient.
     *
     * @param recipient role and place, such as {@code dpgro/203}
     * @param sink null when no flow sends reports anywhere
     * @param status of the outbox: {@code pending}, {@code claimed}, {@code acknowledged}, {@code refused} or {@code parked};
     *     {@code not-sent} without a sink
     */
    public record Delivery(
            String report,
            LocalDate weekEnd,
            String place,
            String recipient,
            @Nullable String sink,
            String status,
            @Nullable String receipt,
            @Nullable Instant settledAt,
            @Nullable String portalCode) {}

    /** Returns what a report says, as JSON. */
    public static String json(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report holds only words, numbers and days", e);
        }
    }

    static Content content(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report reads as it was written", e);
        }
    }
}
