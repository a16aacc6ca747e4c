package in.sangam.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers that could not be read as a page: one entry per portal, stream and content hash, however often it is fetched.
 * The bytes are not kept here but in the {@link PageVault}.
 */
public final class UnreadablePages {

    private final JdbcClient database;

    public UnreadablePages(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Notes an unreadable answer.
     *
     * @param cause countable code
     * @param message one sentence without personal values
     * @return true when this content is seen for the first time
     */
    public boolean seen(String portal, String stream, String contentHash, String cause, String message) {
        return database.sql(
                                """
                                insert into hub.unreadable_page as u (portal, stream, content_hash, cause, message)
                                values (?, ?, ?, ?, ?)
                                on conflict (portal, stream, content_hash) do update set
                                  last_seen = clock_timestamp(), count = u.count + 1, cause = excluded.cause,
                                  message = excluded.message,
                                  state = case u.state when 'recovered' then 'open' else u.state end
                                returning count
                                """)
                        .params(portal, stream, contentHash, cause, message)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Tells whether a person has decided to go on without this content. */
    public boolean isSkipped(String portal, String stream, String contentHash) {
        return database.sql(
                        """
                        select exists (select from hub.unreadable_page
                          where portal = ? and stream = ? and content_hash = ? and state = 'skipped')
                        """)
                .params(portal, stream, contentHash)
                .query(Boolean.class)
                .single();
    }

    /** Closes the open entries of a stream that has become readable again; returns how many there were. */
    public int recovered(String portal, String stream) {
        return database.sql(
                        "update hub.unreadable_page set state = 'recovered' where portal = ? and stream = ? and state = 'open'")
                .params(portal, stream)
                .update();
    }

    /**
     * Goes on without an unreadable answer, on a person's word, audited: whenever it comes again, the walk goes on behind it.
     * Returns false when there is no such open entry.
     *
     * @param from cursor from which the stream goes on, in the stream's own writing: nothing before it is asked for again.
     *     Null leaves the cursor where it is
     */
    public boolean skip(long id, @Nullable String from, String who, String why) {
        return database.sql(
                                """
                                with decided as (
                                  update hub.unreadable_page set state = 'skipped', decided_by = :who, decision = :why,
                                    decided_at = clock_timestamp(), resumes_at = :from::text
                                  where id = :id and state = 'open'
                                  returning portal, stream, content_hash, resumes_at
                                ), moved as (
                                  insert into hub.cursor as c (portal, stream, value, floor)
                                  select portal, stream, resumes_at, resumes_at from decided where resumes_at is not null
                                  on conflict (portal, stream) do update
                                    set value = excluded.value, floor = excluded.floor, advanced_at = now()
                                )
                                insert into hub.audit (who, action, target, reason)
                                select :who, 'unreadable-page.skip',
                                  portal || '/' || stream || '/' || content_hash || coalesce(' to ' || resumes_at, ''), :why
                                from decided
                                """)
                        .param("who", who)
                        .param("why", why)
                        .param("from", from)
                        .param("id", id)
                        .update()
                == 1;
    }
}
