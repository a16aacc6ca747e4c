package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * No personal value on any disk of the hub: the sandbox's own names, mobiles and Aadhaar numbers are looked for in every
 * file of the hub's data folder — database, write-ahead log, broker journal, logs — while it runs. The sandbox's folder is
 * left out: there they must be.
 */
class PersonalDataIT {

    private static final int OF_EACH_COLUMN = 400;

    private final RunningDemo demo = RunningDemo.get();
    private final PortalControl portals = new PortalControl(demo);

    @AfterEach
    void letThePortalBeWell() throws Exception {
        portals.clear("rtps");
        awaitState("on-time");
    }

    @Test
    void no_file_of_the_hub_holds_a_name_a_mobile_or_an_aadhaar_number() throws Exception {
        Set<String> personal = personalValues();
        assertThat(personal).hasSizeGreaterThan(500);
        // An answer that breaks off is kept as it came, names and all, and nowhere but in the vault.
        portals.fault("rtps", "truncated-json", -1);
        awaitState("stalled");
        String broken = contentOfTheOpenPage("admin", 200);
        Matcher people = Pattern.compile("\"(?:applicant_name|father_name|mobile|aadhaar)\":\"([^\"]{9,})\"")
                .matcher(broken);
        List<String> named = people.results().map(each -> each.group(1)).toList();
        assertThat(named).isNotEmpty();
        personal.addAll(named);
        PersonalSearch search = new PersonalSearch(personal);

        List<String> found = new ArrayList<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(demo.data)) {
            for (Path file :
                    all.filter(Files::isRegularFile).filter(this::isOfTheHub).toList()) {
                files++;
                search.in(file).ifPresent(value -> found.add(demo.data.relativize(file) + " holds '" + value + "'"));
            }
        }

        assertThat(files).isGreaterThan(50);
        assertThat(found).isEmpty();
    }

    @Test
    void only_an_admin_with_a_reason_opens_an_unreadable_page_and_only_the_vault_s_role_can_read_its_table()
            throws Exception {
        portals.fault("rtps", "truncated-json", -1);
        awaitState("stalled");

        contentOfTheOpenPage("viewer", 403);
        contentOfTheOpenPage("admin", 200);
        String path = "/api/v1/unreadable-pages/" + openPage() + "/content";
        assertThat(demo.form("admin", path, "reason=").statusCode()).isEqualTo(400);
        assertThat(demo.get("admin", path).statusCode()).isEqualTo(405);

        try (HubDatabaseView database = new HubDatabaseView(demo.data)) {
            assertThat(database.texts("select who || ': ' || why from vault.access where action = 'read'"))
                    .isNotEmpty()
                    .allMatch("admin: the owner asked"::equals);
            assertThat(database.texts("select who from hub.audit where action = 'unreadable-page.read'"))
                    .isNotEmpty()
                    .allMatch("admin"::equals);
            assertThat(database.texts("select has_schema_privilege('hub', 'vault', 'usage')::text || ' '"
                            + " || pg_has_role('hub', 'hub_vault', 'member')::text"))
                    .containsExactly("false false");
        }
    }

    /** That of the applications: another stream of the portal may break off before its first name. */
    private String openPage() throws Exception {
        for (JsonNode page : demo.json("/api/v1/unreadable-pages?state=open").get("data")) {
            if (page.get("portal").asText().equals("rtps")
                    && page.get("stream").asText().equals("applications")) {
                return page.get("id").asText();
            }
        }
        throw new AssertionError("No unreadable page is open");
    }

    private String contentOfTheOpenPage(String user, int status) throws Exception {
        HttpResponse<String> answer =
                demo.form(user, "/api/v1/unreadable-pages/" + openPage() + "/content", "reason=the+owner+asked");
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        demo.stream("rtps", "applications").get("state").asText())
                .isEqualTo(state));
    }

    @Test
    void the_search_finds_what_is_there() throws Exception {
        Set<String> personal = personalValues();
        String value = personal.iterator().next();
        Path file = Files.createTempFile(demo.data.getParent(), "planted", ".bin");
        Files.write(file, ("\u0000\u0001…" + value + "…").getBytes(StandardCharsets.UTF_8));

        assertThat(new PersonalSearch(personal).in(file)).contains(value);
    }

    private boolean isOfTheHub(Path file) {
        return !file.startsWith(demo.data.resolve("sandbox"))
                && !file.equals(demo.data.resolve("log").resolve("sandbox.log"));
    }

    /** Every column of a portal's tables whose name says that it holds a person. */
    private Set<String> personalValues() throws Exception {
        Set<String> values = new HashSet<>();
        try (Connection sandbox = sandboxOwner();
                Statement statement = sandbox.createStatement()) {
            List<String> queries = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery(
                    """
                    select format('select distinct %1$I::text from %2$I.%3$I where %1$I is not null limit %4$s',
                                  column_name, table_schema, table_name, LIMIT)
                    from information_schema.columns
                    where table_schema not in ('truth', 'pg_catalog', 'information_schema')
                      and column_name ~ 'applicant_name|father_name|complainant_name|employee_name|mobile|aadhaar'
                    """
                            .replace("LIMIT", Integer.toString(OF_EACH_COLUMN)))) {
                while (columns.next()) {
                    queries.add(columns.getString(1));
                }
            }
            assertThat(queries).isNotEmpty();
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
        }
        // A single word or a short number would be found by chance.
        values.removeIf(value -> value.length() < 9);
        return values;
    }

    private Connection sandboxOwner() throws Exception {
        // Its tables show those of every portal, also of the one that has a server of its own.
        Path home = demo.data.resolve("sandbox").resolve("postgres");
        String port = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                .get(3)
                .strip();
        Properties login = new Properties();
        login.put("user", "sangam_owner");
        login.put("password", Files.readString(home.resolve("postgres.secret")).strip());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/sandbox", login);
    }
}
