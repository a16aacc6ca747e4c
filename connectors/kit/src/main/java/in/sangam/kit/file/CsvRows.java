package in.sangam.kit.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file (RFC 4180) in a declared charset; a byte order mark of UTF-8 is passed over. */
final class CsvRows implements FileRows {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(?:!doctype|html|head|body|\\?xml)", Pattern.CASE_INSENSITIVE);

    private final String hash;
    private final Charset charset;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;
    private long line;

    CsvRows(FileSource source, InputStream content, String hash) throws IOException, UnreadablePage {
        this.hash = hash;
        this.charset = source.charset();
        InputStreamReader text = new InputStreamReader(
                withoutMark(content, charset),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.records = CsvReader.builder()
                .fieldSeparator(source.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord names = null;
        while (line < source.header() && (names = record()) != null) {
            line = names.getStartingLineNumber();
        }
        if (names == null) {
            throw new UnreadablePage(Cause.EMPTY, hash, "The file has no line that names its columns");
        }
        if (MARKUP.matcher(names.getField(0)).lookingAt()) {
            throw new UnreadablePage(
                    Cause.HTML,
                    hash,
                    "The file is a page of HTML, or XML, where CSV was expected: have the file itself dropped");
        }
        this.header = Header.of(names.getFields(), hash);
    }

    @Override
    public @Nullable ObjectNode next() throws IOException, UnreadablePage {
        CsvRecord record = record();
        return record == null ? null : header.row(record.getFields(), record.getStartingLineNumber());
    }

    private @Nullable CsvRecord record() throws IOException, UnreadablePage {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw unreadable(e);
            }
            throw e.getCause();
        }
    }

    private UnreadablePage unreadable(RuntimeException e) {
        boolean coding = e.getCause() instanceof CharacterCodingException;
        return coding
                ? new UnreadablePage(
                        Cause.WRONG_CHARSET,
                        hash,
                        "The file is not in " + charset + ", after line " + line
                                + ": save it in that charset, or correct charset: in the connector")
                : new UnreadablePage(
                        Cause.TRUNCATED,
                        hash,
                        "The file is no valid CSV after line " + line
                                + ": look for a quote that is not closed, and check delimiter: in the connector");
    }

    private static InputStream withoutMark(InputStream content, Charset charset) throws IOException {
        PushbackInputStream start = new PushbackInputStream(content, MARK.length);
        byte[] first = start.readNBytes(MARK.length);
        if (!(charset.equals(StandardCharsets.UTF_8) && java.util.Arrays.equals(first, MARK))) {
            start.unread(first);
        }
        return start;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
