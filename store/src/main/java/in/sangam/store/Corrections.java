package in.sangam.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Corrections that districts ask for. Each ends as a correction at the source, as an adjustment that two people have signed,
 * or refused; every step is conditional on the state before, so that of two at once only one succeeds.
 */
public final class Corrections {

    /** A correction that was asked for; what is null has not happened. */
    public record Correction(
            long id,
            String period,
            String kpi,
            String place,
            String part,
            BigDecimal claimed,
            String evidence,
            String askedBy,
            Instant askedAt,
            String owner,
            LocalDate due,
            String state,
            @Nullable String decidedBy,
            @Nullable String decision,
            @Nullable BigDecimal amount,
            @Nullable String secondBy) {}

    private final JdbcClient database;

    public Corrections(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Asks; returns the number of the correction. */
    public long ask(
            String period,
            String kpi,
            String place,
            String part,
            BigDecimal claimed,
            String evidence,
            String by,
            String owner,
            LocalDate due) {
        return database.sql(
                        "insert into hub.correction (period, kpi, place, part, claimed, evidence, asked_by, owner, due)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(period, kpi, place, part, claimed, evidence, by, owner, due)
                .query(Long.class)
                .single();
    }

    /** Returns all of them, the latest first. */
    public List<Correction> all() {
        return database.sql("select * from hub.correction order by id desc")
                .query((row, n) -> correction(row))
                .list();
    }

    /** Returns one, empty when there is none. */
    public Optional<Correction> find(long id) {
        return database.sql("select * from hub.correction where id = ?")
                .param(id)
                .query((row, n) -> correction(row))
                .optional();
    }

    /** Returns the adjustments of a month that two people have signed. */
    public List<Correction> adjustments(String period) {
        return database.sql("select * from hub.correction where period = ? and state = 'adjusted' order by id")
                .param(period)
                .query((row, n) -> correction(row))
                .list();
    }

    /** Closes an open one: {@code source} or {@code refused}; false when it was not open. */
    public boolean close(long id, String state, String by, String decision) {
        return database.sql("update hub.correction set state = ?, decided_by = ?, decided_at = now(), decision = ?"
                                + " where id = ? and state = 'open'")
                        .params(state, by, decision, id)
                        .update()
                == 1;
    }

    /** Signs an adjustment for the first time; false when the correction was not open. */
    public boolean sign(long id, BigDecimal amount, String by, String decision) {
        return database.sql("update hub.correction set state = 'signed-once', amount = ?, decided_by = ?,"
                                + " decided_at = now(), decision = ? where id = ? and state = 'open' and asked_by <> ?")
                        .params(amount, by, decision, id, by)
                        .update()
                == 1;
    }

    /** Signs it for the second time, which makes it count; false unless somebody else has signed and somebody else has asked. */
    public boolean countersign(long id, String by) {
        return database.sql("update hub.correction set state = 'adjusted', second_by = ?, second_at = now()"
                                + " where id = ? and state = 'signed-once' and decided_by <> ? and asked_by <> ?")
                        .params(by, id, by, by)
                        .update()
                == 1;
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getLong("id"),
                row.getString("period"),
                row.getString("kpi"),
                row.getString("place"),
                row.getString("part"),
                row.getBigDecimal("claimed"),
                row.getString("evidence"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("decision"),
                row.getBigDecimal("amount"),
                row.getString("second_by"));
    }
}
