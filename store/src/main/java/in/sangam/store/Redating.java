package in.sangam.store;

import in.sangam.core.measure.Measures;
import in.sangam.core.record.CanonicalRecord;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dates the open cases anew when holidays or time limits have changed since they were dated last. Cases that have ended, and
 * months that are published, stay as they are. May run while pages are stored, and again after it was broken off.
 */
public final class Redating {

    private static final Logger LOG = LoggerFactory.getLogger(Redating.class);

    private static final String NOTE =
            """
            insert into hub.dating (config_hash) values (?)
            on conflict (only_one) do update set config_hash = excluded.config_hash, dated_at = now()
            """;

    private final DataSource source;
    private final JdbcClient database;

    public Redating(DataSource source) {
        this.source = source;
        this.database = JdbcClient.create(source);
    }

    /**
     * Returns how many open cases got another due date; 0 without looking at any when the configuration is still the one of
     * the last time.
     *
     * @param configHash of all that dates depend on
     * @param dated gives a record as the rules of now date it
     */
    public int run(String configHash, UnaryOperator<CanonicalRecord> dated, Measures measures) {
        boolean known = database.sql("select config_hash from hub.dating")
                .query(String.class)
                .optional()
                .filter(configHash::equals)
                .isPresent();
        if (known) {
            return 0;
        }
        int changed = new Reevaluation(source).run(dated, measures);
        database.sql(NOTE).params(configHash).update();
        if (changed > 0) {
            new Audit(source).note("hub", "cases.redated", "configuration " + configHash, changed + " open cases");
        }
        LOG.info("The configuration has changed: {} open cases got another due date", changed);
        return changed;
    }
}
