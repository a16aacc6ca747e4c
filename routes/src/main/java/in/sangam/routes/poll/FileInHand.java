package in.sangam.routes.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.kit.Source.FileSource;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import in.sangam.kit.file.FileRows;
import in.sangam.routes.poll.DropFolder.Dropped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One file while it is read: what it holds by its hash, how far it is read, and whether it stayed the same meanwhile. */
final class FileInHand implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final Dropped file;
    private final String hash;
    private final DigestInputStream content;
    private final FileRows rows;
    private long taken;
    private long read;
    private boolean ended;

    private FileInHand(Dropped file, String hash, DigestInputStream content, FileRows rows) {
        this.file = file;
        this.hash = hash;
        this.content = content;
        this.rows = rows;
    }

    /** Returns the SHA-256 (hex) of a file. */
    static String hash(DropFolder folder, Dropped file) throws IOException {
        try (DigestInputStream content = open(folder, file)) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return hex(content);
        }
    }

    /** Opens a file and passes over the rows that were taken before. */
    static FileInHand open(
            DropFolder folder, Dropped file, FileSource source, String hash, long largestUnpacked, long takenBefore)
            throws IOException, UnreadablePage {
        DigestInputStream content = open(folder, file);
        FileInHand opened;
        try {
            opened = new FileInHand(file, hash, content, FileRows.of(source, content, hash, largestUnpacked));
        } catch (IOException | UnreadablePage e) {
            content.close();
            throw e;
        }
        for (long i = 0; i < takenBefore && !opened.ended; i++) {
            opened.nextRow();
        }
        opened.taken = opened.read;
        return opened;
    }

    /** Reads the next rows, at most so many. */
    List<JsonNode> read(int most) throws IOException, UnreadablePage {
        List<JsonNode> next = new ArrayList<>(most);
        while (next.size() < most && !ended) {
            ObjectNode row = nextRow();
            if (row != null) {
                row.put(FileRows.FILE, file.called());
                row.put(FileRows.MODIFIED, file.modified().toString());
                next.add(row);
            }
        }
        return next;
    }

    /** Reads to the end without keeping anything, and returns how many rows there are. */
    long count() throws IOException, UnreadablePage {
        while (!ended) {
            nextRow();
        }
        return read;
    }

    private @org.jspecify.annotations.Nullable ObjectNode nextRow() throws IOException, UnreadablePage {
        ObjectNode row = rows.next();
        if (row == null) {
            ended = true;
            content.transferTo(java.io.OutputStream.nullOutputStream());
            if (!hex(content).equals(hash)) {
                throw new UnreadablePage(
                        Cause.CHANGED_WHILE_READ,
                        hash,
                        file.called() + " changed while it was read: see finished: in the connector");
            }
        } else {
            read++;
        }
        return row;
    }

    Dropped file() {
        return file;
    }

    String hash() {
        return hash;
    }

    boolean ended() {
        return ended;
    }

    /** Returns the rows that are safely on the broker. */
    long taken() {
        return taken;
    }

    /** Returns the rows read so far. */
    long read() {
        return read;
    }

    void allTaken() {
        taken = read;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        content.close();
    }

    private static DigestInputStream open(DropFolder folder, Dropped file) throws IOException {
        InputStream content = new BufferedInputStream(folder.open(file.name()), BUFFER);
        try {
            return new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String hex(DigestInputStream content) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(((MessageDigest) content.getMessageDigest().clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the JDK can be cloned", e);
        }
    }
}
