package in.sangam.store.read;

import in.sangam.core.kpi.Amounts;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.measure.Contribution;
import in.sangam.core.place.Area;
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
            select portal, stream, source_id, version_text, type, place, fields, contributions,
                   page_id, connector_hash
            from hub.record
            where contributions like any(:measures)
              and (place = any(:places) or :anywhere or :root and place is null)
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
     * Lists records in the order of their keys. Where a formula counts different things or takes the latest reading, these
     * are the records that say so, and their amounts need not add up.
     *
     * @param amounts what a count of records is multiplied by
     * @param subject a place, or a named post, department or portal
     * @param asOf last day that counts
     * @param after key of the last record of the page before, null for the first page
     * @param most longest answer; a shorter one is the end
     */
    public List<CountedRecord> list(
            Formula formula,
            Amounts amounts,
            String subject,
            Period period,
            LocalDate asOf,
            @Nullable RecordKey after,
            int most) {
        Question question = question(formula, amounts, subject, period, asOf);
        List<CountedRecord> counted = new ArrayList<>();
        if (question.parts.isEmpty()) {
            return counted;
        }
        RecordKey last = after;
        List<Candidate> batch;
        do {
            batch = candidates(question, last);
            for (Candidate candidate : batch) {
                BigDecimal amount = question.amount(candidate.contributions);
                if (amount.signum() != 0 && counted.size() < most) {
                    counted.add(candidate.counted(amount));
                }
                last = candidate.record.key();
            }
        } while (batch.size() == BATCH && counted.size() < most);
        return counted;
    }

    private Question question(Formula formula, Amounts amounts, String subject, Period period, LocalDate asOf) {
        Set<String> subjects = new HashSet<>(Set.of(subject));
        Area area = places.area(subject, period.end(asOf));
        places.inside(area).stream().map(Place::code).forEach(subjects::add);
        List<Weighted> parts = new ArrayList<>();
        for (Formula.Part part : formula.parts()) {
            Term counted = part.counted();
            BigDecimal weight = part.weight(amounts, subject, period);
            if (counted != null && weight != null && weight.signum() != 0) {
                parts.add(new Weighted(counted, weight));
            }
        }
        return new Question(parts, subject, subjects, period.first(), period.end(asOf));
    }

    private record Weighted(Term term, BigDecimal weight) {}

    private record Question(
            List<Weighted> parts, String subject, Set<String> subjects, LocalDate first, LocalDate end) {

        BigDecimal amount(List<Contribution> contributions) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Weighted part : parts) {
                for (Contribution each : contributions) {
                    if (counts(part.term, each)) {
                        sum = sum.add(part.weight.multiply(each.amount()));
                    }
                }
            }
            return sum;
        }

        private boolean counts(Term term, Contribution each) {
            boolean flows = term.aggregate() == Term.Aggregate.SUM || term.aggregate() == Term.Aggregate.COUNT_WHERE;
            return each.measure().equals(term.measure())
                    && subjects.contains(each.subject())
                    && !each.day().isAfter(end)
                    && !(flows && each.day().isBefore(first));
        }
    }

    private record Candidate(CountedRecord record, List<Contribution> contributions) {

        CountedRecord counted(BigDecimal amount) {
            return new CountedRecord(
                    record.key(),
                    record.version(),
                    record.type(),
                    record.place(),
                    record.fields(),
                    amount,
                    record.pageId(),
                    record.connectorHash());
        }
    }

    private List<Candidate> candidates(Question question, @Nullable RecordKey after) {
        return client.sql(CANDIDATES)
                .param("places", question.subjects.toArray(String[]::new))
                .param("anywhere", places.find(question.subject).isEmpty())
                .param("root", question.subject.equals(places.root().code()))
                .param(
                        "measures",
                        question.parts.stream()
                                .map(part -> "%" + part.term.measure().replaceAll("([%_\\\\])", "\\\\$1") + "\t%")
                                .toArray(String[]::new))
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
                BigDecimal.ZERO,
                row.getString("page_id"),
                row.getString("connector_hash"));
        return new Candidate(record, ContributionCodec.decode(row.getString("contributions")));
    }
}
