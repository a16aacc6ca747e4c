package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A schema is migrated once, and left alone by a hub that is older than it. */
class StoreSchemaTest {

    private final StoreDatabase database = StoreDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_schema_that_is_up_to_date_is_taken_as_it_is() {
        assertThatCode(() -> StoreSchema.migrate(database.source())).doesNotThrowAnyException();
    }

    @Test
    void a_hub_does_not_start_on_what_a_newer_one_has_migrated() {
        database.execute(
                """
                insert into hub.flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                select max(installed_rank) + 1, '9999', 'of another time', 'SQL', 'V9999__of_another_time.sql', 'test', 1, true
                from hub.flyway_schema_history
                """);

        assertThatThrownBy(() -> StoreSchema.migrate(database.source()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "A newer version of the hub has migrated this database (schema version 9999, of another time): "
                                + "start that version, or restore the backup that was made before it");
    }
}
