package in.sangam.store;

import static in.sangam.store.Sample.FETCHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.page.SourcePage;
import in.sangam.core.page.UnknownWord;
import in.sangam.core.place.Level;
import in.sangam.store.read.ReleaseReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), Sample.MEASURES);
    private final Quarantine quarantine = new Quarantine(database.source());
    private final Releases releases = new Releases(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_released_row_is_sent_once_as_a_page_of_its_own_and_opens_again_when_it_is_still_at_fault() {
        bring("p1");
        long release = quarantine.release(open(), "admin", "district mapped").orElseThrow();
        assertThat(open()).isEmpty();
        assertThat(progress(release)).isEqualTo("2 0 0");
        assertThat(quarantine.release(List.of(1L, 2L), "admin", "again")).isEmpty();

        List<SourcePage> sent = send();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).rows())
                .extracting(JsonNode::toString)
                .containsExactly("{\"no\":\"A\",\"district\":\"Nowhere\"}", "{\"no\":\"B\",\"district\":\"Nowhere\"}");
        assertThat(sent.get(0).head().sourceHash()).isEqualTo("ab".repeat(32));
        assertThat(sent.get(0).head().fetchedAt()).isEqualTo(FETCHED);
        assertThat(send()).isEmpty();
        assertThat(progress(release)).isEqualTo("2 2 0");

        bring(sent.get(0).head().id());
        assertThat(progress(release)).isEqualTo("2 2 2");
        assertThat(open()).hasSize(2);
        assertThat(database.rows("select who, action, target, reason from hub.audit order by target"))
                .containsExactly(
                        "admin quarantine.release 1 district mapped", "admin quarantine.release 2 district mapped");
    }

    @Test
    void a_page_whose_sender_fails_stays_to_be_sent_under_the_same_id() {
        bring("p1");
        quarantine.release(open(), "admin", "again");
        List<String> tried = new ArrayList<>();
        assertThatThrownBy(() -> releases.send(10, pages -> {
                    tried.add(pages.rows().get(0).head().id());
                    throw new IllegalStateException("no broker");
                }))
                .hasMessage("no broker");
        assertThat(send()).extracting(page -> page.head().id()).isEqualTo(tried);
    }

    @Test
    void an_answer_lets_every_row_go_that_waits_for_the_word_and_the_late_ones_once() {
        unknown("p1", "A", "B");
        Quarantine.Question asked = new Quarantine.Question("alpha", "cases", "status", "SHUT", "");
        assertThat(quarantine.answerCode(asked, "disposed", "admin", "asked the owner"))
                .isPresent();
        assertThat(open()).isEmpty();
        unknown("p2", "C");
        assertThat(releases.releaseStragglers()).isEqualTo(1);
        unknown("p3", "C");
        assertThat(releases.releaseStragglers())
                .as("read before the answer, and stored after its row was let go")
                .isEqualTo(1);
        unknown("p4", Instant.now().plusSeconds(60), "C");
        assertThat(releases.releaseStragglers())
                .as("still at fault: no endless turn")
                .isZero();
        assertThat(open()).hasSize(1);

        Answers answers = new Answers(database.source());
        answers.renew();
        assertThat(answers.codes("alpha", "cases")).isEqualTo(Map.of("status", Map.of("SHUT", "disposed")));
        quarantine.answerCode(asked, null, "admin", "was wrong");
        answers.renew();
        assertThat(answers.codes("alpha", "cases")).isEmpty();
        assertThat(answers.generation()).isEqualTo(2);
    }

    @Test
    void an_answer_about_a_place_holds_only_where_it_was_asked() {
        Quarantine.Question asked = new Quarantine.Question(null, null, "block", "Nowhere", "188");
        quarantine.answerPlace(asked, "1701", "admin", "asked the block");
        Answers answers = new Answers(database.source());
        answers.renew();
        assertThat(answers.place(Level.BLOCK, " nowhere ", "188")).isEqualTo("1701");
        assertThat(answers.place(Level.BLOCK, "Nowhere", "190")).isNull();
        assertThat(answers.place(Level.DISTRICT, "Nowhere", "188")).isNull();
    }

    @Test
    void an_edit_needs_a_second_person_keeps_the_original_and_stays_decided() {
        bring("p1");
        RowEdits edits = new RowEdits(database.source());
        long id = idOf("A").get(0);
        long edit = edits.propose(id, "{\"no\":\"A\",\"district\":\"Patna\"}", "anil", "typing error")
                .orElseThrow();
        assertThat(edits.propose(id, "{}", "anil", "another")).isEmpty();
        assertThat(edits.approve(edit, "anil")).isEmpty();
        assertThat(edits.approve(edit, "sunita")).isPresent();
        assertThat(edits.approve(edit, "sunita")).isEmpty();

        assertThat(send().get(0).rows())
                .extracting(row -> row.get("district").asText())
                .containsExactly("Patna");
        bring("p2");
        assertThat(database.rows("select q.status, q.masked_row ->> 'district', e.row ->> 'district', e.proposed_by,"
                        + " e.decided_by from hub.row_edit e join hub.quarantine q on q.id = e.quarantine_id"))
                .containsExactly("edited Nowhere Patna anil sunita");
    }

    @Test
    void a_dismissed_row_stays_closed_however_often_it_comes() {
        bring("p1");
        assertThat(quarantine.dismiss(idOf("A"), "admin", "test record of the portal"))
                .isEqualTo(1);
        bring("p2");
        assertThat(open()).hasSize(1);
        assertThat(database.rows("select source_id, status, count from hub.quarantine order by source_id"))
                .containsExactly("A dismissed 2", "B open 2");
    }

    @Test
    void rows_are_found_by_portal_stream_and_reason() {
        bring("p1");
        assertThat(quarantine.open(Optional.of("alpha"), Optional.of("cases"), Optional.of(Reason.UNMAPPED_PLACE)))
                .hasSize(2);
        assertThat(quarantine.open(Optional.of("beta"), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(quarantine.open(Optional.empty(), Optional.empty(), Optional.of(Reason.MISSING_KEY)))
                .isEmpty();
    }

    private void bring(String page) {
        store.store(Sample.page(page, FETCHED, List.of(), List.of(Sample.rejection(0, "A"), Sample.rejection(1, "B"))));
    }

    private void unknown(String page, String... sourceIds) {
        unknown(page, FETCHED, sourceIds);
    }

    private void unknown(String page, Instant fetched, String... sourceIds) {
        List<Rejection> rejections = new ArrayList<>();
        for (String each : sourceIds) {
            rejections.add(new Rejection(
                    rejections.size(),
                    each,
                    "status",
                    Reason.UNMAPPED_CODE,
                    "unknown",
                    List.of(),
                    JsonNodeFactory.instance.objectNode().put("no", each).put("status", "SHUT"),
                    new UnknownWord("status", "SHUT", null)));
        }
        store.store(Sample.page(page, fetched, List.of(), rejections));
    }

    private List<SourcePage> send() {
        List<SourcePage> sent = new ArrayList<>();
        releases.send(10, pages -> sent.addAll(pages.rows()));
        return sent;
    }

    private String progress(long release) {
        ReleaseReader.Release now =
                new ReleaseReader(database.source()).release(release).orElseThrow();
        return now.requested() + " " + now.released() + " " + now.finished();
    }

    private List<Long> idOf(String sourceId) {
        return List.of(Long.valueOf(database.rows("select id from hub.quarantine where source_id = '" + sourceId + "'")
                .get(0)));
    }

    private List<Long> open() {
        return quarantine.open(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
