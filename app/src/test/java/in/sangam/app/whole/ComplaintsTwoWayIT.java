package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Grievances become complaints, and what becomes of those goes back: between two portals of the running demo. */
class ComplaintsTwoWayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GRIEVANCES = "from hub.record g where portal = 'cpgrams' and stream = 'grievances'";
    private static final String PAIRS =
            """
            from hub.record c join hub.record g on g.portal = 'cpgrams' and g.source_id = c.fields ->> 'origin'
            where c.portal = 'lok-shikayat' and c.stream = 'complaints'
            """;
    private static final String UNDECIDED = GRIEVANCES
            + """
             and fields ->> 'status' = 'pending' and fields ->> 'registered' >= '2026-10-02'
            and not exists (select from hub.flow_record f where f.portal = g.portal and f.source_id = g.source_id)
            """;

    private static PortalControl portals;
    private static HubDatabaseView database;

    @BeforeAll
    static void look() throws Exception {
        RunningDemo demo = RunningDemo.get();
        portals = new PortalControl(demo);
        database = new HubDatabaseView(demo.data);
    }

    @AfterEach
    void letThePortalBeWell() throws Exception {
        portals.clear("lok-shikayat-filing");
        portals.clear("cpgrams");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void a_new_grievance_is_filed_once_and_what_became_of_it_goes_back() throws Exception {
        portals.fault("lok-shikayat-filing", "lost-answer", 2);
        changeGrievances(40);
        awaitAllDelivered();
        // The filed complaints come back as records of their own, each with the grievance that it was made of.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(PAIRS)).isEqualTo(sent()));

        portals.fault("cpgrams", "lost-answer", 1);
        portals.change("lok-shikayat", 8);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count(PAIRS + " and c.fields ->> 'status' <> 'pending'"))
                        .isPositive());
        awaitNone(PAIRS + " and c.fields ->> 'status' <> 'pending' and g.fields ->> 'status' = 'pending'");
        awaitAllDelivered();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(PAIRS)).isEqualTo(sent()));
        assertThat(number("select count(distinct c.fields ->> 'origin') " + PAIRS))
                .isEqualTo(sent());
        assertThat(number("select count(*) from hub.outbox where sink like '%.complaints'"))
                .isEqualTo(sent());
        assertThat(count(PAIRS + " and c.contributions <> ''"))
                .as("counted at one of the two portals alone")
                .isZero();
    }

    @Test
    void the_act_decides_what_is_no_complaint_and_a_ration_card_is_one() throws Exception {
        // Enough new ones that each of the categories in question is among them.
        changeGrievances(150);

        assertThat(
                        database.texts(
                                """
                        select distinct g.fields ->> 'service' || ' ' || f.belongs from hub.flow_record f
                        join hub.record g using (portal, stream, source_id)
                        where g.fields ->> 'service' like '901__' order by 1
                        """))
                .containsExactly("90101 here", "90102 service-grievance", "90103 court", "90104 rti", "90105 rtps");
        assertThat(number("select count(*) from hub.flow_record where belongs <> 'here' and because is null"))
                .isZero();
        String kept = database.texts("select min(source_id) from hub.flow_record where belongs = 'rti'")
                .get(0);
        JsonNode onward =
                RunningDemo.get().json("/api/v1/cases/cpgrams/" + kept).get("onward");
        assertThat(onward.toString()).contains("lok-shikayat.complaints", "\"rti\"", "s. 2(a)");
    }

    /** Lets grievances change and new ones come, and waits until flows have decided about them. */
    private static void changeGrievances(int count) throws Exception {
        portals.change("cpgrams", count);
        long polls = polls();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(polls()).isGreaterThan(polls + 1));
        awaitNone(UNDECIDED);
    }

    private static long polls() throws Exception {
        return RunningDemo.get().stream("cpgrams", "grievances").get("polls").asLong();
    }

    private static void awaitNone(String from) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(from)).isZero());
    }

    private void awaitAllDelivered() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.texts("select distinct status from hub.outbox"
                        + " where sink like '%.complaints' or sink like '%.actions'"))
                .containsExactly("acknowledged"));
    }

    private static long sent() throws SQLException {
        return number("select count(*) from hub.flow_record where sink like '%.complaints' and sent_hash is not null");
    }

    private static long count(String from) throws SQLException {
        return number("select count(*) " + from);
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(database.texts(query).get(0));
    }
}
