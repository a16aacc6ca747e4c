package in.sangam.store.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streams the records of a measure came from. */
public final class MeasureOrigins {

    /** A measure and a stream that has records in it. */
    public record Origin(String measure, String portal, String stream) {}

    private static final String ORIGINS =
            """
            select distinct m.measure, r.portal, r.stream
            from hub.record r join unnest(:measures::text[]) m (measure)
              on position(m.measure || chr(9) in r.contributions) > 0
            where exists (select from hub.measure come where come.measure = m.measure)
            """;

    private final JdbcClient client;

    public MeasureOrigins(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns where measures come from. Reads every record: keep the answer. */
    public Set<Origin> of(Collection<String> measures) {
        return new HashSet<>(client.sql(ORIGINS)
                .param("measures", measures.toArray(String[]::new))
                .query(Origin.class)
                .list());
    }
}
