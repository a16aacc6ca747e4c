package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The Transactional Outbox: what must reach a sink, written in the transaction that makes it true. Rows of one ordering key
 * reach a sink in the order in which they were written. Times are those of the database.
 */
public final class Outbox {

    /**
     * One claimed delivery.
     *
     * @param deliveryId stable over all attempts: the receiver's idempotency key
     * @param attempt 1 for the first, and again after a person has let it try anew
     */
    public record Delivery(long id, String deliveryId, String sink, String body, int attempt) {}

    /** A sink's line: published = acknowledged + refused + pending, where parked ones (given up) are still pending. */
    public record Counts(String sink, long published, long acknowledged, long refused, long pending, long parked) {}

    private static final String ENQUEUE =
            """
            with rows as (
              insert into hub.outbox as o (sink, ordering_key, body, delivery_id)
              select ?, u.* from unnest(?::text[], ?::text[], ?::text[]) as u
              on conflict (sink, ordering_key) where status = 'pending' and attempts = 0
                do update set body = excluded.body
              returning old.id is null as added)
            select count(*) filter (where added), count(*) filter (where not added) from rows
            """;

    private final JdbcClient database;
    private final InTransaction transaction;

    public Outbox(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new InTransaction(database, "A message could not be put into the outbox");
    }

    /** Claims deliveries that are due, for a limited time: a claim that runs out can be taken again by anyone. */
    public List<Delivery> claim(String sink, int most, Duration hold) {
        return database.sql(
                        """
                        with due as (
                          select id from hub.outbox o
                          where sink = :sink and next_at <= clock_timestamp()
                            and (status = 'pending' or status = 'claimed' and claimed_until < clock_timestamp())
                            and not exists (select from hub.outbox earlier
                              where earlier.sink = o.sink and earlier.ordering_key = o.ordering_key and earlier.id < o.id
                                and earlier.status in ('pending', 'claimed'))
                          order by next_at, id limit :most for update skip locked)
                        update hub.outbox o set status = 'claimed', attempts = attempts + 1,
                          claimed_until = clock_timestamp() + :hold * interval '1 ms'
                        from due where o.id = due.id
                        returning o.id, o.delivery_id, o.sink, o.body, o.attempts - o.attempts_before as attempt
                        """)
                .param("sink", sink)
                .param("most", most)
                .param("hold", hold.toMillis())
                .query(Delivery.class)
                .list();
    }

    /** Settles a delivery with the receiver's receipt; returns false when it was settled before. */
    public boolean acknowledged(Delivery delivery, String receipt) {
        return settled(delivery, "acknowledged", receipt, null, null);
    }

    /** Settles a delivery that the portal refuses: it waits for a person with the portal's own code, never retried blindly. */
    public boolean refused(Delivery delivery, String portalCode, String message) {
        return settled(delivery, "refused", null, portalCode, message);
    }

    /** Gives up a delivery after too many attempts: it waits for a person and still counts as pending. */
    public boolean parked(Delivery delivery, String code, String message) {
        return settled(delivery, "parked", null, code, message);
    }

    /** Puts one message into the outbox of a sink in a transaction of its own, for when nothing else becomes true with it. */
    public void add(String sink, String orderingKey, String body) {
        transaction.run(connection -> enqueue(connection, sink, Map.of(orderingKey, body)));
    }

    private boolean settled(
            Delivery delivery,
            String status,
            @Nullable String receipt,
            @Nullable String code,
            @Nullable String message) {
        return database.sql(
                                """
                                update hub.outbox set status = :status, receipt = :receipt, portal_code = :code,
                                  portal_message = :message, settled_at = clock_timestamp(), claimed_until = null
                                where id = :id and status in ('pending', 'claimed')
                                """)
                        .param("status", status)
                        .param("receipt", receipt)
                        .param("code", code)
                        .param("message", message)
                        .param("id", delivery.id())
                        .update()
                == 1;
    }

    /** Puts a delivery back, to be claimed again after a while, with why it did not go. */
    public boolean retryLater(Delivery delivery, Duration wait, String code, String message) {
        return database.sql(
                                """
                                update hub.outbox set status = 'pending', claimed_until = null, portal_code = :code,
                                  portal_message = :message, next_at = clock_timestamp() + :wait * interval '1 ms'
                                where id = :id and status = 'claimed'
                                  and attempts - attempts_before = :attempt
                                """)
                        .param("code", code)
                        .param("message", message)
                        .param("wait", wait.toMillis())
                        .param("id", delivery.id())
                        .param("attempt", delivery.attempt())
                        .update()
                == 1;
    }

    /** Returns one line for every sink that ever had something to get. */
    public List<Counts> counts() {
        return database.sql(
                        """
                        select sink, count(*) as published,
                          count(*) filter (where status = 'acknowledged') as acknowledged,
                          count(*) filter (where status = 'refused') as refused,
                          count(*) filter (where status in ('pending', 'claimed', 'parked')) as pending,
                          count(*) filter (where status = 'parked') as parked
                        from hub.outbox group by sink order by sink
                        """)
                .query(Counts.class)
                .list();
    }

    /** Returns how long the oldest delivery to a sink that is still under way has waited; zero when there is none. */
    public Duration lag(String sink) {
        return Duration.ofMillis(database.sql(
                        """
                        select coalesce(max(extract(epoch from clock_timestamp() - created_at) * 1000), 0)::bigint
                        from hub.outbox where sink = :sink and status in ('pending', 'claimed')
                        """)
                .param("sink", sink)
                .query(Long.class)
                .single());
    }

    /** Gives a refused or parked delivery another go, audited; not when its sink has been sent something newer since. */
    public boolean tryAgain(long id, String who, String why) {
        return database.sql(
                                """
                                with again as (
                                  update hub.outbox o set status = 'pending', next_at = clock_timestamp(),
                                    settled_at = null, attempts_before = attempts
                                  where id = :id and status in ('refused', 'parked')
                                    and not exists (select from hub.outbox later where later.sink = o.sink
                                      and later.ordering_key = o.ordering_key and later.id > o.id)
                                  returning sink, delivery_id)
                                insert into hub.audit (who, action, target, reason)
                                select :who, 'delivery.retry', sink || '/' || delivery_id, :why from again
                                """)
                        .param("id", id)
                        .param("who", who)
                        .param("why", why)
                        .update()
                == 1;
    }

    /** How many rows were added, and how many that nobody had tried yet carry a newer body now. */
    record Enqueued(int added, int replaced) {
        Enqueued and(Enqueued other) {
            return new Enqueued(added + other.added, replaced + other.replaced);
        }
    }

    /** Adds bodies by ordering key to the outbox of a sink, in the caller's transaction. */
    static Enqueued enqueue(Connection connection, String sink, Map<String, String> bodies) throws SQLException {
        String[] keys = bodies.keySet().toArray(String[]::new);
        String[] texts = bodies.values().toArray(String[]::new);
        String[] ids = new String[keys.length];
        Arrays.setAll(ids, i -> UUID.randomUUID().toString());
        try (PreparedStatement statement = connection.prepareStatement(ENQUEUE)) {
            statement.setString(1, sink);
            statement.setArray(2, connection.createArrayOf("text", keys));
            statement.setArray(3, connection.createArrayOf("text", texts));
            statement.setArray(4, connection.createArrayOf("text", ids));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Enqueued(row.getInt(1), row.getInt(2));
            }
        }
    }
}
