package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlaceAliasesTest {

    private final StoreDatabase database = StoreDatabase.fresh();
    private final Places here = places();
    private final Places there = places();
    private final PlaceAliases aliases = new PlaceAliases(database.source(), here);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_decided_spelling_is_known_at_once_and_by_another_hub_after_its_refresh() {
        aliases.learn("7", " Old Town ", "asha");
        aliases.learn("7", "Old Town", "asha");

        assertThat(found(here)).isEqualTo("7");
        assertThat(found(there)).isNull();
        new PlaceAliases(database.source(), there).refresh();
        assertThat(found(there)).isEqualTo("7");
        assertThat(audited()).containsExactly("asha place.alias.learn 7 Old Town");
    }

    @Test
    void a_spelling_decided_by_mistake_is_forgotten() {
        aliases.learn("7", "Old Town", "asha");
        aliases.forget("7", "Old Town", "ravi");

        assertThat(found(here)).isNull();
        assertThat(audited()).last().isEqualTo("ravi place.alias.forget 7 Old Town");
    }

    @Test
    void a_place_that_does_not_exist_or_an_empty_spelling_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aliases.learn("8", "Old Town", "asha"))
                .withMessageContaining("'8'");
        assertThatIllegalArgumentException().isThrownBy(() -> aliases.learn("7", "  ", "asha"));
        assertThat(audited()).isEmpty();
    }

    private static String found(Places places) {
        return places.names().resolve("old town", Level.DISTRICT, null).code();
    }

    private List<String> audited() {
        return JdbcClient.create(database.source())
                .sql("select concat_ws(' ', who, action, target, reason) from hub.audit order by id")
                .query(String.class)
                .list();
    }

    private static Places places() {
        return new Places(
                List.of(
                        new Place("1", Level.STATE, "State", null, null, null, null),
                        new Place("2", Level.DIVISION, "Division", null, "1", null, null),
                        new Place("7", Level.DISTRICT, "Newcastle", null, "2", null, null)),
                Map.of(),
                List.of());
    }
}
