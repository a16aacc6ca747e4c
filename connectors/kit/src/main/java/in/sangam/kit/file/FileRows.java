package in.sangam.kit.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, one after the other. A cell that is empty is absent from its row. Each row carries {@code #file} and
 * {@code #line}, so that whoever mends it finds it; one whose cells cannot be told apart carries {@code #problem} and none of them.
 */
public interface FileRows extends AutoCloseable {

    /** Name of the file, as a member of each row. */
    String FILE = "#file";

    /** Line or row in the file, 1 for the first. */
    String LINE = "#line";

    /** When the file was last changed, in ISO 8601: a version for rows that have none. */
    String MODIFIED = "#modified";

    /** What is wrong with a row as a whole. */
    String PROBLEM = "#problem";

    /** Returns the next row, null at the end; throws {@link UnreadablePage} when the file cannot be read on. */
    @Nullable
    ObjectNode next() throws IOException, UnreadablePage;

    @Override
    void close() throws IOException;

    /**
     * Begins to read a file.
     *
     * @param content closed with the rows
     * @param hash SHA-256 (hex) of the content
     * @param largestUnpacked most bytes that a workbook may unpack to
     */
    static FileRows of(FileSource source, InputStream content, String hash, long largestUnpacked)
            throws IOException, UnreadablePage {
        return switch (source.format()) {
            case CSV -> new CsvRows(source, content, hash);
            case XML -> new XmlRows(source, content, hash);
            case XLSX -> new XlsxRows(source, content, hash, largestUnpacked);
        };
    }
}
