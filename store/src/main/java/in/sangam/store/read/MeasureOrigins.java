package in.sangam.store.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streams the records of a measure came from. */
public final class MeasureOrigins {

    /** A stream that has, or once had, records in a measure. */
    public record Origin(String portal, String stream) {}

    private final JdbcClient client;

    public MeasureOrigins(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the streams that any of these measures come from. */
    public Set<Origin> of(Collection<String> measures) {
        return new HashSet<>(
                client.sql("select distinct portal, stream from hub.measure_origin" + " where measure = any(:measures)")
                        .param("measures", measures.toArray(String[]::new))
                        .query(Origin.class)
                        .list());
    }
}
