package in.sangam.app.settle;

import in.sangam.routes.Queues;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.store.Outbox;
import in.sangam.store.StreamHealth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What moves in a hub at this moment, looked at along the way of a record: a page that leaves one place while we look is
 * seen at the next.
 */
final class Motion {

    /**
     * One look.
     *
     * @param polls completed polls by stream
     * @param notWell streams whose last poll failed, with why
     * @param taken rows that became the state of a record, ever; an overlap of two polls brings none
     * @param waiting pages on the queues
     * @param unfolded pages whose deltas are not folded
     * @param pending deliveries that are not settled
     */
    record Look(
            Map<StreamName, Long> polls, List<String> notWell, long taken, long waiting, long unfolded, long pending) {

        /** Says whether each of the streams was read to its end and everything it brought is in the measures. */
        boolean isFilled(Collection<StreamName> streams) {
            return waiting == 0
                    && unfolded == 0
                    && streams.stream().allMatch(stream -> polls.getOrDefault(stream, 0L) > 0);
        }

        /** Says whether something changed since an earlier look: then the hub makes progress. */
        boolean movedSince(Look earlier) {
            return taken != earlier.taken
                    || waiting != earlier.waiting
                    || unfolded != earlier.unfolded
                    || pending != earlier.pending;
        }
    }

    private final JdbcClient database;
    private final StreamHealth health;
    private final Outbox outbox;
    private final BrokerControl broker;

    Motion(DataSource database, BrokerControl broker) {
        this.database = JdbcClient.create(database);
        this.health = new StreamHealth(database);
        this.outbox = new Outbox(database);
        this.broker = broker;
    }

    Look look() {
        Map<StreamName, Long> polls = new HashMap<>();
        List<String> notWell = new ArrayList<>();
        for (StreamHealth.Entry entry : health.all()) {
            polls.put(new StreamName(entry.portal(), entry.stream()), entry.polls());
            if (!"ok".equals(entry.state())) {
                notWell.add(
                        entry.portal() + " " + entry.stream() + " is " + entry.state() + ": " + entry.errorMessage());
            }
        }
        long waiting = Queues.ALL.stream().mapToLong(broker::waiting).sum();
        long taken = number("select coalesce(sum(stored), 0) from hub.account_now");
        long unfolded = number("select count(*) from hub.measure_delta");
        long pending =
                outbox.counts().stream().mapToLong(Outbox.Counts::pending).sum();
        return new Look(polls, notWell, taken, waiting, unfolded, pending);
    }

    /** Returns how many records the store holds. */
    long records() {
        return number("select count(*) from hub.record");
    }

    private long number(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
