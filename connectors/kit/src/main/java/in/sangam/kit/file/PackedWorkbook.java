package in.sangam.kit.file;

import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks through a packed workbook before anything reads it: one that unpacks without end, or brings a document type, is refused. */
final class PackedWorkbook {

    private static final int BLOCK = 64 * 1024;
    private static final int HEAD = 512;
    private static final long MEBIBYTE = 1024 * 1024;

    private PackedWorkbook() {}

    static void check(byte[] packed, long largest, String hash) throws UnreadablePage {
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(packed).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(part)) {
                    unpacked = counted(content, unpacked, largest, hash);
                }
            }
        } catch (IOException e) {
            throw new UnreadablePage(
                    Cause.NO_WORKBOOK, hash, "The file is no Excel workbook (.xlsx): save it as one and drop it again");
        }
    }

    /** Returns the bytes unpacked with this part. */
    private static long counted(InputStream content, long before, long largest, String hash)
            throws IOException, UnreadablePage {
        long unpacked = before;
        byte[] block = new byte[BLOCK];
        boolean first = true;
        for (int read = content.readNBytes(block, 0, BLOCK); read > 0; read = content.readNBytes(block, 0, BLOCK)) {
            unpacked += read;
            if (unpacked > largest) {
                throw new UnreadablePage(
                        Cause.TOO_LARGE,
                        hash,
                        "The workbook unpacks to more than " + largest / MEBIBYTE
                                + " MB: split it, or raise unpacked: in the connector");
            }
            if (first
                    && new String(block, 0, Math.min(read, HEAD), StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                throw new UnreadablePage(
                        Cause.DOCTYPE, hash, "The workbook brings a document type, which Excel never writes");
            }
            first = false;
        }
        return unpacked;
    }
}
