package in.sangam.kit.file;

import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Looks through a packed workbook before anything reads it: one that unpacks without end, or brings a document type, is refused. */
final class PackedWorkbook {

    private static final int BLOCK = 64 * 1024;
    private static final int HEAD = 512;

    private PackedWorkbook() {}

    static void check(byte[] packed, long largest, String hash) throws UnreadablePage, IOException {
        long unpacked = 0;
        int parts = 0;
        byte[] block = new byte[BLOCK];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                boolean first = true;
                for (int read = zip.readNBytes(block, 0, BLOCK); read > 0; read = zip.readNBytes(block, 0, BLOCK)) {
                    unpacked += read;
                    if (unpacked > largest) {
                        throw new UnreadablePage(
                                Cause.TOO_LARGE,
                                hash,
                                "The workbook unpacks to more than " + largest / 1024 / 1024
                                        + " MB: split it, or raise unpacked: in the connector");
                    }
                    if (first
                            && new String(block, 0, Math.min(read, HEAD), StandardCharsets.ISO_8859_1)
                                    .contains("<!DOCTYPE")) {
                        throw new UnreadablePage(
                                Cause.DOCTYPE, hash, "The workbook brings a document type, which Excel never writes");
                    }
                    first = false;
                }
            }
        } catch (ZipException e) {
            parts = 0;
        }
        if (parts == 0) {
            throw new UnreadablePage(
                    Cause.NO_WORKBOOK, hash, "The file is no Excel workbook (.xlsx): save it as one and drop it again");
        }
    }
}
