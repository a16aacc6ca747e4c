package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import in.sangam.kit.Source.FileSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The bytes of a file that holds some rows, written as a stream declares. What the hub itself adds to a row is left out. */
final class DroppedFile {

    private DroppedFile() {}

    static byte[] of(FileSource source, List<ObjectNode> rows) throws IOException {
        return switch (source.format()) {
            case CSV -> csv(source, rows);
            case XLSX -> workbook(source, rows);
            case XML -> xml(source, rows);
        };
    }

    private static byte[] csv(FileSource source, List<ObjectNode> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().fieldSeparator(source.delimiter()).build(text)) {
            for (List<String> line : lines(source, rows)) {
                csv.writeRecord(line);
            }
        }
        return text.toString().getBytes(source.charset());
    }

    private static byte[] workbook(FileSource source, List<ObjectNode> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Sangam", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(Objects.requireNonNullElse(source.sheet(), "Return"));
            int at = 0;
            for (List<String> line : lines(source, rows)) {
                for (int column = 0; column < line.size(); column++) {
                    sheet.value(at, column, line.get(column));
                }
                at++;
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] xml(FileSource source, List<ObjectNode> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("rows");
            for (ObjectNode row : rows) {
                ObjectNode written = row.deepCopy();
                written.retain(columns(List.of(row)));
                XmlRow.write(xml, Objects.requireNonNull(source.records(), "XML names its records"), written);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The rows cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    /** Returns what stands above the names of the columns, these, and the rows. */
    private static List<List<String>> lines(FileSource source, List<ObjectNode> rows) {
        List<List<String>> lines = new ArrayList<>(Collections.nCopies(source.header() - 1, List.of("Return")));
        List<String> columns = List.copyOf(columns(rows));
        lines.add(columns);
        for (ObjectNode row : rows) {
            lines.add(columns.stream().map(each -> text(row.path(each))).toList());
        }
        return lines;
    }

    private static String text(JsonNode cell) {
        return cell.isNull() ? "" : cell.asText("");
    }

    private static Set<String> columns(List<ObjectNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        columns.removeIf(each -> each.startsWith("#"));
        return columns;
    }
}
