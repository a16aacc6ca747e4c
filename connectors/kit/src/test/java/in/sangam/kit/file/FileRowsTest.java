package in.sangam.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Source.FileFormat;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class FileRowsTest {

    private static final long MEBIBYTE = 1024 * 1024;
    private static final FileSource CSV = source(FileFormat.CSV, StandardCharsets.UTF_8, ',', 1);
    private static final FileSource XML = source(FileFormat.XML, StandardCharsets.UTF_8, ',', 1);
    private static final FileSource XLSX = source(FileFormat.XLSX, StandardCharsets.UTF_8, ',', 3);

    @Test
    void csv_gives_its_cells_by_name_with_their_line() throws Exception {
        List<JsonNode> rows = rows(CSV, utf8("\uFEFFno,place,note\n1,पटना,\"two\nlines\"\n\n2,,x\n"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("place").asText()).isEqualTo("पटना");
        assertThat(rows.get(1).has("place")).as("an empty cell").isFalse();
        assertThat(rows.get(1).path(FileRows.LINE).asInt()).isEqualTo(5);
    }

    @Test
    void csv_in_another_charset_and_with_another_delimiter_is_read_as_declared() throws Exception {
        Charset western = Charset.forName("windows-1252");
        FileSource source = source(FileFormat.CSV, western, ';', 1);

        assertThat(rows(source, "no;place\n1;Gayà €\n".getBytes(western))
                        .get(0)
                        .path("place")
                        .asText())
                .isEqualTo("Gayà €");
        assertThat(refusal(CSV, "no,place\n1,Gayà\n".getBytes(western))).isEqualTo(Cause.WRONG_CHARSET);
    }

    @Test
    void a_line_whose_cells_do_not_fit_the_header_keeps_none_of_them() throws Exception {
        JsonNode row = rows(CSV, utf8("no,place\n1,Patna,Bihar\n")).get(0);

        assertThat(row.path(FileRows.PROBLEM).asText()).contains("3 cells", "2 columns");
        assertThat(row.has("no")).isFalse();
    }

    @Test
    void csv_that_breaks_off_or_names_a_column_twice_is_refused() {
        assertThat(refusal(CSV, utf8("no,place\n1,\"Pat"))).isEqualTo(Cause.TRUNCATED);
        assertThat(refusal(CSV, utf8("no,no\n1,2\n"))).isEqualTo(Cause.NO_HEADER);
        assertThat(refusal(CSV, utf8(""))).isEqualTo(Cause.EMPTY);
    }

    @Test
    void xml_gives_its_elements_and_knows_no_entities() throws Exception {
        assertThat(rows(XML, utf8("<all><row><no>1</no></row><row><no>2</no></row></all>")))
                .extracting(row -> row.path("no").asText())
                .containsExactly("1", "2");
        assertThat(refusal(
                        XML,
                        utf8("<!DOCTYPE all [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><all><row>&e;</row></all>")))
                .isEqualTo(Cause.DOCTYPE);
        assertThat(refusal(XML, utf8("<all><row><no>1</no></row><row>"))).isEqualTo(Cause.NOT_XML);
    }

    @Test
    void a_workbook_gives_text_numbers_and_dates_and_names_what_it_cannot_give() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            book.newWorksheet("Notes").value(0, 0, "not this one");
            Worksheet sheet = book.newWorksheet("Return");
            sheet.value(2, 0, "no");
            sheet.value(2, 1, "day");
            sheet.value(2, 2, "share");
            sheet.value(3, 0, 4711);
            sheet.value(3, 1, LocalDate.of(2026, 10, 1));
            sheet.style(3, 1).format("yyyy-MM-dd").set();
            sheet.value(3, 2, 0.25);
            sheet.formula(4, 0, "A4+1");
            sheet.value(4, 2, "x");
        }

        List<JsonNode> rows = rows(XLSX, bytes.toByteArray());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("no").asText()).isEqualTo("4711");
        assertThat(rows.get(0).path("day").asText()).isEqualTo("2026-10-01");
        assertThat(rows.get(0).path("share").asText()).isEqualTo("0.25");
        assertThat(rows.get(1).path(FileRows.PROBLEM).asText()).contains("Cell A5", "without a saved value");
        assertThat(rows.get(1).path(FileRows.LINE).asInt()).isEqualTo(5);
    }

    @Test
    void a_workbook_that_unpacks_without_end_or_is_none_is_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[32 * 1024 * 1024]);
        }

        assertThat(refusal(XLSX, bytes.toByteArray())).isEqualTo(Cause.TOO_LARGE);
        assertThat(refusal(XLSX, utf8("no,place\n"))).isEqualTo(Cause.NO_WORKBOOK);
    }

    private static FileSource source(FileFormat format, Charset charset, char delimiter, int header) {
        return new FileSource(
                "*", format, charset, delimiter, "row", format == FileFormat.XLSX ? "Return" : null, header, 10);
    }

    private static List<JsonNode> rows(FileSource source, byte[] content) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        try (FileRows file = FileRows.of(source, new ByteArrayInputStream(content), "hash", MEBIBYTE)) {
            for (JsonNode row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Cause refusal(FileSource source, byte[] content) {
        UnreadablePage refused = catchThrowableOfType(UnreadablePage.class, () -> rows(source, content));
        assertThat(refused).isNotNull();
        return refused.code();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
