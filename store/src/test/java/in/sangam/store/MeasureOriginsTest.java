package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.store.read.MeasureOrigins;
import in.sangam.store.read.MeasureOrigins.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which streams a measure comes from: noted with a page, with what is evaluated anew, and by the migration. */
class MeasureOriginsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final StoreDatabase database = StoreDatabase.fresh();
    private final MeasureOrigins origins = new MeasureOrigins(database.source());
    private final JdbcClient client = JdbcClient.create(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_page_notes_its_stream_for_each_measure_that_its_records_count_in() {
        new PageStore(database.source(), counting("filed", "open"))
                .store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));

        Origin stream = new Origin("alpha", "cases");
        assertThat(origins.of(List.of("open"))).containsExactly(stream);
        assertThat(origins.of(List.of("filed", "open"))).containsExactly(stream);
        assertThat(origins.of(List.of("closed"))).isEmpty();
    }

    @Test
    void a_measure_that_stored_records_come_to_count_in_is_noted_too() {
        new PageStore(database.source(), counting("filed"))
                .store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));

        new Redating(database.source())
                .run("h1", record -> record.with(Map.of("due", "2026-10-11")), counting("filed", "late"));

        assertThat(origins.of(List.of("late")))
                .isEqualTo(origins.of(List.of("filed")))
                .hasSize(1);
    }

    @Test
    void the_migration_notes_the_same_from_what_is_stored() throws Exception {
        new PageStore(database.source(), counting("filed", "open"))
                .store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
        List<String> noted = noted();
        String migration;
        try (var file = MeasureOriginsTest.class.getResourceAsStream("/db/migration/V131__origins_of_measures.sql")) {
            migration = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }

        client.sql("delete from hub.measure_origin").update();
        client.sql(migration.substring(migration.indexOf("insert into"))).update();

        assertThat(noted()).isEqualTo(noted).hasSize(2);
    }

    private List<String> noted() {
        return client.sql("select portal || ' ' || stream || ' ' || measure from hub.measure_origin order by 1")
                .query(String.class)
                .list();
    }

    private static Measures counting(String... measures) {
        return record -> List.of(measures).stream()
                .map(measure -> new Contribution(measure, "188", "S1", DAY, BigDecimal.ONE))
                .toList();
    }
}
