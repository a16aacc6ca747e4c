package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what their names say, that are cut off, or that would have the hub call somebody: put aside whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HTML = "<html><head></head><body>Please log in</body></html>";

    @TempDir
    static Path folder;

    private Portal elsewhere;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        elsewhere = Portal.answering(request -> Answer.of(200));
        String entity = "<!DOCTYPE all [<!ENTITY x SYSTEM \"" + elsewhere.url() + "/secret\">]>";
        String bomb = "<!DOCTYPE all [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String entry = "<all><entry><no>&%s;</no></entry></all>";
        dropped("entity", "a.xml", entity + entry.formatted("x"));
        dropped(
                "external",
                "a.xml",
                entity.replace("all [", "all SYSTEM \"" + elsewhere.url() + "/all.dtd\" [") + "<all/>");
        dropped("bomb", "a.xml", bomb + entry.formatted("c"));
        dropped("cut", "a.xml", "<all>" + Registers.xmlRows(0, 3) + "<entry><no>B/4</n");
        dropped("html-xml", "a.xml", HTML);
        dropped("html-csv", "a.csv", HTML);
        dropped("html-lines", "a.csv", "<!DOCTYPE html>\n" + HTML.replace(">", ">\n"));
        dropped("html-xlsx", "a.xlsx", HTML);
        dropped("empty", "a.csv", "");
        byte[] book = workbook();
        dropped("cut-xlsx", "a.xlsx", Arrays.copyOf(book, book.length * 2 / 3));
        dropped("entity-xlsx", "a.xlsx", hostile(entity));
        declare("gone", "a.csv");
        Files.delete(drops("gone"));
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of()).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @CsvSource({
        "entity, DOCTYPE",
        "external, DOCTYPE",
        "bomb, DOCTYPE",
        "cut, NOT_XML",
        "html-xml, HTML",
        "html-csv, HTML",
        "html-lines, HTML",
        "html-xlsx, NO_WORKBOOK",
        "empty, EMPTY",
        "cut-xlsx, NO_WORKBOOK",
        "entity-xlsx, DOCTYPE"
    })
    void it_is_put_aside_whole_with_its_cause_and_nobody_is_called(String portal, String cause) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(database.texts("select cause from hub.unreadable_page where portal = '" + portal + "'"))
                    .containsExactly(cause);
            assertThat(hub.health(portal)).isEqualTo("stalled FILE_REFUSED");
        });
        assertThat(drops(portal).resolve("bad")).isNotEmptyDirectory();
        assertThat(hub.stored(portal)).isEmpty();
        assertThat(elsewhere.requests()).isEmpty();
    }

    @Test
    void a_folder_that_is_gone_is_told_as_such() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("gone")).isEqualTo("failing REQUEST_REFUSED"));
        assertThat(database.texts("select error_message from hub.stream_health where portal = 'gone'"))
                .first()
                .asString()
                .contains("drop folder", "gone", "make it");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Return");
            for (int row = 0; row < 500; row++) {
                sheet.value(row, 0, row == 0 ? "no" : "B/" + row);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] hostile(String documentType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write((documentType + "<workbook>&x;</workbook>").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Path drops(String portal) {
        return folder.resolve("drops").resolve(portal);
    }

    private void dropped(String portal, String name, String content) throws IOException {
        dropped(portal, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void dropped(String portal, String name, byte[] content) throws IOException {
        declare(portal, name);
        Files.write(drops(portal).resolve(name), content);
    }

    private void declare(String portal, String name) throws IOException {
        Files.createDirectories(drops(portal));
        new Manifests(folder)
                .declare(
                        portal,
                        "file:\n  finished: renamed\n  url: " + drops(portal),
                        "files: \"" + name + "\"\nversion: \"#modified\""
                                + (name.endsWith("xml") ? "\nrecords: entry" : ""));
    }
}
