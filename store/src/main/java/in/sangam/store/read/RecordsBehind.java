package in.sangam.store.read;

import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.Contribution;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.record.RecordKey;
import in.sangam.store.ContributionCodec;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records behind a numerator or denominator: those whose stored contributions count in it. Their amounts add up to
 * the number, because it is made of nothing else.
 */
public final class RecordsBehind {

    private static final int BATCH = 1000;

    private static final String CANDIDATES =
            """
            select portal, stream, source_id, version_text, type, place, fields, contributions
            from hub.record
            where place = any(:places) and contributions like :measure
              and (portal, stream, source_id) > (:portal collate "C", :stream collate "C", :id collate "C")
            order by portal, stream, source_id
            limit :most
            """;

    private final JdbcClient client;
    private final Places places;

    public RecordsBehind(DataSource database, Places places) {
        this.client = JdbcClient.create(database);
        this.places = places;
    }

    /**
     * Lists records in the order of their keys.
     *
     * @param asOf last day that counts
     * @param after key of the last record of the page before, null for the first page
     * @param most longest answer; a shorter one is the end
     */
    public List<CountedRecord> list(
            Term term, String place, Period period, LocalDate asOf, @Nullable RecordKey after, int most) {
        Set<String> below = new HashSet<>();
        places.subtree(place).stream().map(Place::code).forEach(below::add);
        List<CountedRecord> counted = new ArrayList<>();
        RecordKey last = after;
        List<Candidate> batch;
        do {
            batch = candidates(term.measure(), below, last);
            for (Candidate candidate : batch) {
                BigDecimal amount = amount(candidate.contributions, term, below, period, asOf);
                if (amount.signum() != 0 && counted.size() < most) {
                    counted.add(candidate.counted(amount));
                }
                last = candidate.record.key();
            }
        } while (batch.size() == BATCH && counted.size() < most);
        return counted;
    }

    private static BigDecimal amount(
            List<Contribution> contributions, Term term, Set<String> places, Period period, LocalDate asOf) {
        LocalDate first = term.aggregate() == Term.Aggregate.SUM ? period.first() : LocalDate.MIN;
        LocalDate end = period.end(asOf);
        return contributions.stream()
                .filter(c -> c.measure().equals(term.measure()) && places.contains(c.subject()))
                .filter(c -> !c.day().isBefore(first) && !c.day().isAfter(end))
                .map(Contribution::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Candidate(CountedRecord record, List<Contribution> contributions) {

        CountedRecord counted(BigDecimal amount) {
            return new CountedRecord(
                    record.key(), record.version(), record.type(), record.place(), record.fields(), amount);
        }
    }

    private List<Candidate> candidates(String measure, Set<String> below, @Nullable RecordKey after) {
        return client.sql(CANDIDATES)
                .param("places", below.toArray(String[]::new))
                .param("measure", "%" + measure.replaceAll("([%_\\\\])", "\\\\$1") + "\t%")
                .param("portal", after == null ? "" : after.portal())
                .param("stream", after == null ? "" : after.stream())
                .param("id", after == null ? "" : after.sourceId())
                .param("most", BATCH)
                .query((row, n) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        RecordKey key = new RecordKey(row.getString("portal"), row.getString("stream"), row.getString("source_id"));
        CountedRecord record = new CountedRecord(
                key,
                row.getString("version_text"),
                row.getString("type"),
                row.getString("place"),
                StoredFields.texts(row, "fields"),
                BigDecimal.ZERO);
        return new Candidate(record, ContributionCodec.decode(row.getString("contributions")));
    }
}
