package in.sangam.store;

import java.time.Duration;
import java.util.List;
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
     * @param attempt 1 for the first
     */
    public record Delivery(long id, String deliveryId, String sink, String body, int attempt) {}

    /** A sink's line: published = acknowledged + refused + pending, where parked ones (given up) are still pending. */
    public record Counts(String sink, long published, long acknowledged, long refused, long pending, long parked) {}

    private final JdbcClient database;

    public Outbox(DataSource database) {
        this.database = JdbcClient.create(database);
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
                        returning o.id, o.delivery_id, o.sink, o.body, o.attempts as attempt
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
                                where id = :id and status = 'claimed' and attempts = :attempt
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

    static String newDeliveryId() {
        return UUID.randomUUID().toString();
    }
}
