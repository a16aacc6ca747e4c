package in.sangam.kit.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an Excel workbook. The packed file is held in memory, its sheet is read as a stream. */
final class XlsxRows implements FileRows {

    private final InputStream content;
    private final String hash;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Header header;

    XlsxRows(FileSource source, InputStream content, String hash, long largestUnpacked)
            throws IOException, UnreadablePage {
        this.hash = hash;
        this.content = content;
        byte[] packed = content.readAllBytes();
        PackedWorkbook.check(packed, largestUnpacked, hash);
        try {
            this.workbook = new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, false));
        } catch (ExcelReaderException | IOException e) {
            throw noWorkbook();
        }
        this.stream = sheet(source).openStream();
        this.rows = stream.iterator();
        Row names = nextRow();
        while (names != null && names.getRowNum() < source.header()) {
            names = nextRow();
        }
        if (names == null || names.getRowNum() != source.header()) {
            throw new UnreadablePage(
                    Cause.NO_HEADER, hash, "Row " + source.header() + " should name the columns but is empty");
        }
        this.header = Header.of(texts(names, names.getCellCount()).cells(), hash);
    }

    @Override
    public @Nullable ObjectNode next() throws UnreadablePage {
        for (Row row = nextRow(); row != null; row = nextRow()) {
            Texts texts = texts(row, Math.max(header.columns(), row.getCellCount()));
            if (texts.cells().stream().allMatch(String::isEmpty)) {
                continue;
            }
            ObjectNode made = header.row(fitted(texts.cells()), row.getRowNum());
            return texts.problem() == null ? made : withProblem(row, texts.problem());
        }
        return null;
    }

    /** Empty cells beyond the last column are mere formatting. */
    private List<String> fitted(List<String> cells) {
        int last = cells.size();
        while (last > header.columns() && cells.get(last - 1).isEmpty()) {
            last--;
        }
        return cells.subList(0, last);
    }

    private ObjectNode withProblem(Row row, String problem) {
        ObjectNode made = header.row(Collections.nCopies(header.columns(), ""), row.getRowNum());
        return made.put(PROBLEM, problem);
    }

    private record Texts(List<String> cells, @Nullable String problem) {}

    private Texts texts(Row row, int columns) {
        List<String> texts = new ArrayList<>(Collections.nCopies(columns, ""));
        String problem = null;
        for (var cell : row) {
            if (cell == null || cell.getColumnIndex() >= columns) {
                continue;
            }
            CellText text = CellText.of(cell);
            texts.set(cell.getColumnIndex(), text.text());
            if (text.problem() != null && problem == null) {
                problem = "Cell " + cell.getAddress() + " " + text.problem();
            }
        }
        return new Texts(texts, problem);
    }

    private Sheet sheet(FileSource source) throws UnreadablePage {
        String wanted = source.sheet();
        return (wanted == null ? workbook.getSheets().findFirst() : workbook.findSheet(wanted))
                .orElseThrow(() -> new UnreadablePage(
                        Cause.NO_RECORDS, hash, "The workbook has no sheet '" + (wanted == null ? "" : wanted) + "'"));
    }

    private @Nullable Row nextRow() throws UnreadablePage {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (ExcelReaderException e) {
            throw noWorkbook();
        }
    }

    private UnreadablePage noWorkbook() {
        return new UnreadablePage(
                Cause.NO_WORKBOOK, hash, "The file is no whole Excel workbook (.xlsx): save it anew and drop it again");
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
        content.close();
    }
}
