package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.store.UnreadablePages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files as departments drop them: in every charset and format, unfinished, doubled, cut off, hostile. One hub takes all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileDropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HEAD = "no,district,registered,status\n";

    @TempDir
    static Path folder;

    private Path drops;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        drops = Files.createDirectories(folder.resolve("drops"));
        declare("plain", "finished: renamed", "files: \"*.csv\"");
        declare("western", "finished: renamed", "files: \"*.csv\"\ncharset: windows-1252\ndelimiter: \";\"");
        declare("book", "finished: renamed", "files: \"*.xlsx\"\nsheet: Return\nheader: 3");
        declare("markup", "finished: renamed", "files: \"*.xml\"\nrecords: entry");
        declare("flagged", "finished: done-file", "files: \"*.csv\"");
        declare("growing", "finished: settled\nsettle: 3s", "files: \"*.csv\"");
        declare("long", "finished: renamed\nsize: 5\nrate: 2/s", "files: \"*.csv\"");
        declare("bad", "finished: renamed\nunpacked: 1MB", "files: \"*.{csv,xlsx}\"");
        declare("bomb", "finished: renamed\nunpacked: 1MB", "files: \"*.xlsx\"");
        declare("promised", "finished: renamed", "files: \"*.csv\"");
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of()).start();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        database.close();
    }

    @Test
    void csv_with_and_without_byte_order_mark_is_taken_and_put_away() throws Exception {
        drop("plain", "one.csv", "\uFEFF" + HEAD + "पटना/1,Patna,2026-10-01,OPEN\n", StandardCharsets.UTF_8);
        drop("plain", "two.csv", HEAD + "\"P,2\",Patna,2026-10-01,OPEN\r\n", StandardCharsets.UTF_8);

        awaitKeys("plain", "P,2", "पटना/1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(drops.resolve("plain/done"))
                .isDirectoryContaining("glob:**/one.csv")
                .isDirectoryContaining("glob:**/two.csv"));
        sameNameNewContent();
        aRaggedLineAlone();
    }

    private void sameNameNewContent() throws Exception {
        drop("plain", "one.csv", HEAD + "P/3,Patna,2026-10-01,OPEN\n", StandardCharsets.UTF_8);

        awaitKeys("plain", "P,2", "P/3", "पटना/1");
        assertThat(database.count("select count(*) from hub.dropped_file where portal = 'plain' and state = 'taken'"))
                .isEqualTo(3);
    }

    private void aRaggedLineAlone() throws Exception {
        drop(
                "plain",
                "ragged.csv",
                HEAD + "P/4,Patna,2026-10-01,OPEN\nP/5,Patna,Bihar,2026-10-01,OPEN\nP/6,Patna,2026-10-01,LOST\n",
                StandardCharsets.UTF_8);

        awaitKeys("plain", "P,2", "P/3", "P/4", "पटना/1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.texts(
                        "select reason || ' ' || masked_row::text from hub.quarantine where portal = 'plain'"
                                + " order by reason"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("ragged.csv"))
                .anySatisfy(row -> assertThat(row).contains("5 cells where the header names 4", "\"#line\"", "3"))
                .anySatisfy(row -> assertThat(row).startsWith("UNMAPPED_CODE").contains("4")));
    }

    @Test
    void windows_1252_is_read_as_declared() throws Exception {
        drop(
                "western",
                "w.csv",
                "no;district;registered;status\nGayà€;Patna;2026-10-01;OPEN\n",
                Charset.forName("windows-1252"));

        awaitKeys("western", "Gayà€");
    }

    @Test
    void a_workbook_gives_text_numbers_and_dates_and_no_formula_without_a_value() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            book.newWorksheet("Notes").value(0, 0, "not this one");
            Worksheet sheet = book.newWorksheet("Return");
            sheet.value(0, 0, "Return of births");
            String[] names = {"no", "district", "registered", "status"};
            for (int i = 0; i < names.length; i++) {
                sheet.value(2, i, names[i]);
            }
            sheet.value(3, 0, 4711);
            sheet.value(3, 1, "Patna");
            sheet.value(3, 2, LocalDate.of(2026, 10, 1));
            sheet.style(3, 2).format("yyyy-MM-dd").set();
            sheet.value(3, 3, "OPEN");
            sheet.formula(4, 0, "A4+1");
            sheet.value(4, 1, "Patna");
            sheet.value(4, 3, "OPEN");
        }
        drop("book", "return.xlsx", bytes.toByteArray());

        awaitKeys("book", "4711");
        assertThat(database.texts("select masked_row::text from hub.quarantine where portal = 'book'"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Cell A5 holds a formula without a saved value", "return.xlsx");
    }

    @Test
    void xml_is_read_element_by_element() throws Exception {
        drop("markup", "m.xml", "<all>" + Registers.xmlRows(0, 3) + "</all>", StandardCharsets.UTF_8);

        awaitKeys("markup", "B/0", "B/1", "B/2");
    }

    @Test
    void a_file_that_is_still_being_written_is_not_read() throws Exception {
        Path writing = drops.resolve("growing/g.csv");
        try (OutputStream out = Files.newOutputStream(writing)) {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 8; i++) {
                out.write(("G/" + i + ",Patna,2026-10-01,OPEN\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                await().pollDelay(Duration.ofMillis(700)).until(() -> true);
                assertThat(database.count("select count(*) from hub.dropped_file where portal = 'growing'"))
                        .isZero();
            }
        }
        drop("flagged", "f.csv", HEAD + "F/1,Patna,2026-10-01,OPEN\n", StandardCharsets.UTF_8);
        Files.writeString(drops.resolve("flagged/h.csv.part"), HEAD + "F/2,Patna,2026-10-01,OPEN\n");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("growing")).hasSize(8));
        assertThat(hub.stored("flagged")).isEmpty();

        Files.createFile(drops.resolve("flagged/f.csv.done"));
        awaitKeys("flagged", "F/1");
    }

    @Test
    void a_file_goes_on_where_it_was_left() throws Exception {
        drop("long", "l.csv", HEAD + rows("L", 40), StandardCharsets.UTF_8);
        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "select coalesce(max(rows_taken), 0) from hub.dropped_file where portal = 'long'")
                        >= 10);
        hub.control.stop("asha", "long.entries.poll", "a crash in the middle");
        long taken = database.count("select rows_taken from hub.dropped_file where portal = 'long'");
        assertThat(taken).isBetween(10L, 39L);

        hub.control.start("asha", "long.entries.poll");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("long")).hasSize(40));
        assertThat(database.count(
                        "select coalesce(sum(received), 0)::bigint from hub.account_now where portal = 'long'"))
                .isEqualTo(40);
    }

    @Test
    void a_file_that_cannot_be_read_is_put_aside_whole_and_the_others_are_taken() throws Exception {
        drop("bad", "cut.csv", HEAD + "X/1,Patna,2026-10-01,OPEN\n\"X/2,Patna", StandardCharsets.UTF_8);
        drop("bad", "charset.csv", HEAD + "Gayà,Patna,2026-10-01,OPEN\n", StandardCharsets.ISO_8859_1);
        drop("bad", "good.csv", HEAD + "X/9,Patna,2026-10-01,OPEN\n", StandardCharsets.UTF_8);

        awaitKeys("bad", "X/9");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.health("bad")).isEqualTo("stalled FILE_REFUSED");
            assertThat(database.texts("select cause from hub.unreadable_page where portal = 'bad' order by 1"))
                    .containsExactly("TRUNCATED", "WRONG_CHARSET");
        });
        assertThat(drops.resolve("bad/bad")).isDirectoryContaining("glob:**/cut.csv");

        long id = database.count("select id from hub.unreadable_page where portal = 'bad' and cause = 'TRUNCATED'");
        new UnreadablePages(database.source()).skip(id, null, "asha", "the department says so");
        drop("bad", "charset.csv", HEAD + "Gayà,Patna,2026-10-01,OPEN\n", StandardCharsets.UTF_8);

        awaitKeys("bad", "Gayà", "X/9");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("bad")).isEqualTo("ok "));
    }

    @Test
    void a_workbook_that_unpacks_without_end_is_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[32 * 1024 * 1024]);
        }
        drop("bomb", "b.xlsx", bytes.toByteArray());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select cause from hub.unreadable_page where portal = 'bomb'"))
                .containsExactly("TOO_LARGE"));
    }

    @Test
    void a_file_that_is_not_what_its_manifest_says_gives_nothing() throws Exception {
        Files.writeString(drops.resolve("promised/p.csv.manifest.json"), "{\"rows\": 3}");
        Files.writeString(drops.resolve("promised/q.csv.manifest.json"), "{\"rows\": 2}");
        drop("promised", "p.csv", HEAD + rows("M", 2), StandardCharsets.UTF_8);
        drop("promised", "q.csv", HEAD + rows("N", 2), StandardCharsets.UTF_8);

        awaitKeys("promised", "N/0", "N/1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select cause from hub.unreadable_page where portal = 'promised'"))
                .containsExactly("MANIFEST_MISMATCH"));
    }

    private void awaitKeys(String portal, String... keys) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.texts("select source_id from hub.record where portal = '" + portal + "'"))
                .containsExactlyInAnyOrder(keys));
    }

    private static String rows(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + "/" + i + ",Patna,2026-10-01,OPEN\n")
                .collect(Collectors.joining());
    }

    private void drop(String portal, String name, String content, Charset charset) throws IOException {
        drop(portal, name, content.getBytes(charset));
    }

    /** As a well-behaved portal does: under another name until the last byte is written. */
    private void drop(String portal, String name, byte[] content) throws IOException {
        Path part = drops.resolve(portal).resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, part.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void declare(String portal, String transport, String stream) throws IOException {
        Files.createDirectories(drops.resolve(portal));
        Path connector = Files.createDirectories(folder.resolve("connectors").resolve(portal));
        Files.writeString(
                connector.resolve("connector.yaml"),
                """
                title: {en: Births, hi: जन्म}
                owner: Registrar of Births
                every: 1s
                file:
                  url: %s
                %s
                streams:
                  entries:
                %s
                    key: no
                    version: "#modified"
                    into: case
                    type: birth-entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes:
                      status: {OPEN: pending}
                """
                        .formatted(
                                drops.resolve(portal),
                                transport.indent(2).stripTrailing(),
                                stream.indent(4).stripTrailing()));
    }
}
