package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.record.CanonicalRecord;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.publication.CurrentKpis;
import in.sangam.feeds.publication.KpiDemand;
import in.sangam.store.KpiPublication;
import in.sangam.store.Publications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What posts have scored goes to the sinks that ask for it, and nobody else hears of it. */
class PostPublicationTest {

    private static final String BY_POST =
            """
            kpi: permits-by-post
            order: 9
            name: {en: Permits of the post, hi: पद की अनुज्ञाएँ}
            sector: Services
            department: Department of Permits
            project: Permits
            unit: percent
            direction: higher
            owner: Permit officer
            subject: post
            numerator: sum permit.by-post.in-time
            denominator: sum permit.by-post
            marks: {linear: {worst: 0, best: 1}}
            """;

    private static final KpiDemand DEMAND = (sink, kpi) -> sink.equals("scores.posts") == kpi.equals("permits-by-post");

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void posts() throws IOException {
        FileSystemUtils.copyRecursively(TestHub.CONFIG, folder);
        Path kpis = folder.resolve("kpis");
        Files.writeString(kpis.resolve("permits-by-post.yaml"), BY_POST);
        Path measures = kpis.resolve("measures.yaml");
        Files.writeString(
                measures,
                Files.readString(measures)
                        + "permit.by-post: {of: permit, flow: disposed, by: [place, post]}\n"
                        + "permit.by-post.in-time: {of: permit, flow: disposed, when: disposed <= due, by: [place, post]}\n");
        hub = new TestHub(folder);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_sink_gets_the_posts_that_it_asks_for_and_another_sink_gets_places_as_before() {
        hub.store(
                at("PO-1", permit("P/1", "101", "2026-10-01", "2026-10-05")), permit("P/2", "102", "2026-10-01", null));

        currentKpis().publish(List.of("board.values", "scores.posts"));

        assertThat(bodies("scores.posts")).singleElement().satisfies(body -> assertThat(body)
                .contains("\"kpi\":\"permits-by-post\",\"post\":\"PO-1\"", "\"numerator\":1,\"denominator\":1")
                .doesNotContain("place"));
        assertThat(bodies("board.values"))
                .hasSize(21)
                .allSatisfy(body -> assertThat(body).contains("\"place\":").doesNotContain("post"));
    }

    @Test
    void a_score_goes_out_again_when_it_changes_and_not_while_it_stays() {
        hub.store(at("PO-1", permit("P/1", "101", "2026-10-01", "2026-10-05")));
        CurrentKpis kpis = currentKpis();
        kpis.publish(List.of("scores.posts"));
        sent();
        hub.store(at("PO-2", permit("P/2", "101", "2026-10-01", "2026-10-25")));
        kpis.publish(List.of("scores.posts"));
        assertThat(bodies("scores.posts")).hasSize(2);
        sent();

        hub.store(at("PO-2", permit("P/1", 2, "101", "2026-10-01", "2026-10-05")));
        kpis.publish(List.of("scores.posts"));

        assertThat(bodies("scores.posts")).hasSize(4).anySatisfy(body -> assertThat(body)
                .contains("\"post\":\"PO-1\"", "\"numerator\":0,\"denominator\":0,\"value\":null"));
    }

    @Test
    void posts_that_no_sink_asks_for_are_in_no_feed() {
        hub.store(at("PO-1", permit("P/1", "101", "2026-10-01", "2026-10-05")));

        currentKpis().publish(List.of("board.values"));

        assertThat(database()
                        .sql("select distinct kpi from hub.published_kpi")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain("permits-by-post");
    }

    private CurrentKpis currentKpis() {
        return new CurrentKpis(
                hub.bean(FigureBoard.class),
                hub.config(),
                new KpiPublication(hub.database()),
                hub.bean(Publications.class),
                DEMAND);
    }

    /** Portals have taken what there is, so that a newer value is a delivery of its own. */
    private void sent() {
        database().sql("update hub.outbox set status = 'acknowledged'").update();
    }

    private List<String> bodies(String sink) {
        return database()
                .sql("select body from hub.outbox where sink = ?")
                .param(sink)
                .query(String.class)
                .list();
    }

    private JdbcClient database() {
        return JdbcClient.create(hub.database());
    }

    private static CanonicalRecord at(String post, CanonicalRecord permit) {
        return permit.with(Map.of("post", post));
    }
}
