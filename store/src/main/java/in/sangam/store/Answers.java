package in.sangam.store;

import in.sangam.core.place.Level;
import in.sangam.core.record.PlaceAnswers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What persons have answered about words that nobody knew, as far as this node has read it. Nothing is told around: whoever
 * meets an unknown word calls {@link #renew} and tries again when the generation has changed.
 */
public final class Answers implements PlaceAnswers {

    private record Known(
            long generation,
            Map<String, Map<String, Map<String, String>>> codes,
            Map<String, @Nullable String> places) {}

    private final JdbcClient database;
    private volatile Known known = new Known(0, Map.of(), Map.of());

    public Answers(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns a number that grows with every answer that this node has read; 0 before the first. */
    public long generation() {
        return known.generation();
    }

    /** Reads what was answered since. */
    public synchronized void renew() {
        long generation = database.sql(
                        "select (select count(*) from hub.code_answer) + (select count(*) from hub.place_answer)")
                .query(Long.class)
                .single();
        if (generation != known.generation()) {
            known = new Known(generation, codes(), places());
        }
    }

    /** Returns the answered codes of a stream: table → portal's code → hub's code, in the order of their names. */
    public Map<String, Map<String, String>> codes(String portal, String stream) {
        return known.codes().getOrDefault(portal + '/' + stream, Map.of());
    }

    @Override
    public @Nullable String place(Level level, String name, @Nullable String within) {
        return known.places().get(question(level.word(), name, within));
    }

    private Map<String, Map<String, Map<String, String>>> codes() {
        Map<String, Map<String, Map<String, String>>> all = new HashMap<>();
        database.sql(
                        """
                        select * from (
                          select distinct on (portal, stream, code_table, word) portal, stream, code_table, word, ours
                          from hub.code_answer order by portal, stream, code_table, word, id desc) latest
                        where ours is not null
                        """)
                .query(row -> {
                    all.computeIfAbsent(
                                    row.getString("portal") + '/' + row.getString("stream"), stream -> new TreeMap<>())
                            .computeIfAbsent(row.getString("code_table"), table -> new TreeMap<>())
                            .put(row.getString("word"), row.getString("ours"));
                });
        return all;
    }

    private Map<String, @Nullable String> places() {
        Map<String, @Nullable String> all = new HashMap<>();
        database.sql("select level, word, within, code from hub.place_answer order by id")
                .query(row -> {
                    all.put(
                            question(row.getString("level"), row.getString("word"), row.getString("within")),
                            row.getString("code"));
                });
        return all;
    }

    /** Letter case and white space do not make another question. */
    private static String question(String level, String name, @Nullable String within) {
        return level
                + '\t'
                + (within == null ? "" : within)
                + '\t'
                + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
