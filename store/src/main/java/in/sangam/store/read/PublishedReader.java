package in.sangam.store.read;

import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which KPI values have been published. */
public final class PublishedReader {

    /** A KPI for a place and period such as {@code 2026-10}. */
    public record Cell(String kpi, String place, String period) {}

    private final JdbcClient client;

    public PublishedReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the cells whose value was published after a change number. */
    public Set<Cell> changedSince(long changeNo) {
        return new HashSet<>(client.sql("select kpi, place, period from hub.published_kpi where change_no > :after")
                .param("after", changeNo)
                .query(Cell.class)
                .list());
    }
}
