package in.sangam.store;

import in.sangam.core.place.PlaceNames;
import in.sangam.core.place.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Spellings of places that people have decided. The resolver knows one as soon as {@link #learn} returns, and that of every
 * other hub on this database as soon as its {@link #refresh} has run. Safe for many threads.
 */
public final class PlaceAliases {

    private final JdbcClient database;
    private final InTransaction transaction;
    private final Places places;
    private final PlaceNames names;
    private Map<String, List<String>> taken = Map.of();

    public PlaceAliases(DataSource source, Places places) {
        this.database = JdbcClient.create(source);
        this.transaction = new InTransaction(source, "The spelling of a place could not be learned");
        this.places = places;
        this.names = places.names();
    }

    /**
     * Learns that a spelling means a place; the same decision again changes nothing.
     *
     * @param who login name of the person who decided it
     * @throws IllegalArgumentException when there is no such place or nothing is spelt
     */
    public void learn(String place, String alias, String who) {
        places.get(place);
        String spelling = alias.strip();
        if (spelling.isEmpty()) {
            throw new IllegalArgumentException("An empty name cannot be learned: write the spelling");
        }
        decide(
                "insert into hub.place_alias (place, alias, decided_by) values (?, ?, ?) on conflict do nothing",
                List.of(place, spelling, who),
                new Decision(who, "place.alias.learn", place, spelling));
    }

    /** Forgets a spelling that was decided by mistake; records that it has placed stay until they come again. */
    public void forget(String place, String alias, String who) {
        decide(
                "delete from hub.place_alias where place = ? and alias = ?",
                List.of(place, alias.strip()),
                new Decision(who, "place.alias.forget", place, alias.strip()));
    }

    private record Decision(String who, String action, String place, String alias) {}

    private void decide(String sql, List<String> parameters, Decision decision) {
        transaction.run(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setString(1 + i, parameters.get(i));
                }
                if (statement.executeUpdate() == 0) {
                    return false;
                }
            }
            try (var note = connection.prepareStatement(
                    "insert into hub.audit (who, action, target, reason) values (?, ?, ?, ?)")) {
                note.setString(1, decision.who());
                note.setString(2, decision.action());
                note.setString(3, decision.place());
                note.setString(4, decision.alias());
                note.executeUpdate();
            }
            return true;
        });
        refresh();
    }

    /** Takes up what was decided since the last time, here or by another hub on this database. */
    public synchronized void refresh() {
        Map<String, List<String>> decided = new TreeMap<>();
        database.sql("select place, alias from hub.place_alias order by place, alias")
                .query(row -> {
                    decided.computeIfAbsent(row.getString(1), place -> new ArrayList<>())
                            .add(row.getString(2));
                });
        if (!decided.equals(taken)) {
            names.learn(decided);
            taken = decided;
        }
    }
}
