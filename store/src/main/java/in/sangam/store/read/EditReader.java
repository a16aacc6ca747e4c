package in.sangam.store.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The corrections that persons have proposed for rows in quarantine. */
public final class EditReader {

    /** One correction: the row that it would put in the place of the one kept, who proposed it and who decided. */
    public record Edit(
            long id,
            long quarantineId,
            String row,
            String state,
            String proposedBy,
            String why,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Long releaseId) {}

    private static final String EDITS =
            """
            select id, quarantine_id, row::text as row, state, proposed_by, why, proposed_at, decided_by, decided_at,
              release_id
            from hub.row_edit
            """;

    private final JdbcClient client;

    public EditReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns every correction of a row, the latest first. */
    public List<Edit> of(long quarantineId) {
        return client.sql(EDITS + "where quarantine_id = ? order by id desc")
                .param(quarantineId)
                .query(Edit.class)
                .list();
    }

    /** Returns the corrections that wait for a second person, the oldest first. */
    public List<Edit> proposed() {
        return client.sql(EDITS + "where state = 'proposed' order by id")
                .query(Edit.class)
                .list();
    }

    /** Returns one correction. */
    public Optional<Edit> edit(long id) {
        return client.sql(EDITS + "where id = ?").param(id).query(Edit.class).optional();
    }
}
