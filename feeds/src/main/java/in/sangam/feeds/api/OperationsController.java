package in.sangam.feeds.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import in.sangam.core.page.Rejection;
import in.sangam.feeds.marks.Sources;
import in.sangam.store.Accounts;
import in.sangam.store.StreamHealth;
import in.sangam.store.read.BalanceReader;
import in.sangam.store.read.QuarantineReader;
import in.sangam.store.read.QuarantineReader.Entry;
import in.sangam.store.read.QuarantineReader.Filter;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What the hub received and what became of it: connectors, accounts, quarantine. */
@RestController
@RequestMapping("/api/v1")
final class OperationsController {

    /** A stream of a connector and how fresh it is; {@code ageSeconds} since the last success by the wall clock. */
    public record StreamRow(
            String portal,
            String stream,
            String titleEn,
            String titleHi,
            String owner,
            @Nullable Long promisedSeconds,
            @Nullable Instant lastSuccess,
            @Nullable Long ageSeconds,
            String state,
            long polls,
            int failures,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}

    /** A row in quarantine. */
    public record QuarantineRow(
            long id,
            String portal,
            String stream,
            @Nullable String sourceId,
            String page,
            int row,
            String field,
            String reason,
            String message,
            List<String> candidates,
            @JsonRawValue String maskedRow,
            Instant firstSeen,
            Instant lastSeen,
            long count,
            String status) {}

    private static final int USUAL = 200;
    private static final int MOST = 2000;
    private static final List<String> STATUSES = List.of("open", "released", "dismissed");

    private final Sources sources;
    private final BalanceReader balance;
    private final QuarantineReader quarantine;

    OperationsController(Sources sources, BalanceReader balance, QuarantineReader quarantine) {
        this.sources = sources;
        this.balance = balance;
        this.quarantine = quarantine;
    }

    @GetMapping("/connectors")
    @Operation(summary = "Connectors and their streams with freshness against what they promise")
    Listing<StreamRow> connectors() {
        return Listing.of(sources.all().stream()
                .flatMap(portal -> portal.streams().stream())
                .map(OperationsController::row)
                .toList());
    }

    @GetMapping("/accounts")
    @Operation(summary = "Rows received and what became of them, per portal, stream and day of fetch")
    Listing<Accounts.Line> accounts(
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String day) {
        LocalDate of = day == null ? null : Parameters.day(day);
        List<Accounts.Line> lines = balance.received();
        if (portal != null) {
            Parameters.oneOf(
                    "portal",
                    portal,
                    lines.stream().map(Accounts.Line::portal).distinct().toList());
        }
        return Listing.of(lines.stream()
                .filter(line -> portal == null || line.portal().equals(portal))
                .filter(line -> of == null || line.day().equals(of))
                .toList());
    }

    @GetMapping("/quarantine")
    @Operation(summary = "Rows that are no valid record, the latest first, with the reason")
    Listing<QuarantineRow> quarantine(
            @RequestParam(required = false) @Nullable String portal,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Integer limit) {
        Parameters.oneOf("status", status, STATUSES);
        if (reason != null) {
            Parameters.oneOf(
                    "reason",
                    reason,
                    Arrays.stream(Rejection.Reason.values()).map(Enum::name).toList());
        }
        int most = Parameters.limit(limit, USUAL, MOST);
        List<Entry> entries = quarantine.entries(
                new Filter(portal, stream, reason, status), before == null ? Long.MAX_VALUE : before, most);
        String next = entries.size() < most
                ? null
                : UriComponentsBuilder.fromPath("/api/v1/quarantine")
                        .queryParamIfPresent("portal", java.util.Optional.ofNullable(portal))
                        .queryParamIfPresent("stream", java.util.Optional.ofNullable(stream))
                        .queryParamIfPresent("reason", java.util.Optional.ofNullable(reason))
                        .queryParam("status", status)
                        .queryParam("before", entries.get(most - 1).id())
                        .queryParam("limit", most)
                        .encode()
                        .toUriString();
        return Listing.of(entries.stream().map(OperationsController::row).toList(), next);
    }

    private static StreamRow row(Sources.Stream stream) {
        StreamHealth.Entry health = stream.health();
        return new StreamRow(
                stream.portal().portal(),
                stream.name(),
                stream.portal().titleEn(),
                stream.portal().titleHi(),
                stream.portal().owner(),
                stream.promise() == null ? null : stream.promise().toSeconds(),
                health == null ? null : health.lastSuccess(),
                stream.age() == null ? null : stream.age().toSeconds(),
                stream.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                health == null ? 0 : health.polls(),
                health == null ? 0 : health.failures(),
                health == null ? null : health.errorCode(),
                health == null ? null : health.errorMessage());
    }

    private static QuarantineRow row(Entry entry) {
        return new QuarantineRow(
                entry.id(),
                entry.portal(),
                entry.stream(),
                entry.sourceId(),
                entry.pageId(),
                entry.row(),
                entry.field(),
                entry.reason(),
                entry.message(),
                entry.candidates(),
                entry.maskedRow(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.count(),
                entry.status());
    }
}
