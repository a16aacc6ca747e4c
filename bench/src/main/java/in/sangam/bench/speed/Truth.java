package in.sangam.bench.speed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the portal gave, kept as a file of all versions (row, number, version, status, submitted, disposed), to be compared in a database. */
final class Truth implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;
    private int rows;

    Truth(Path file) throws IOException {
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    void saw(Caseload.Version version) throws IOException {
        out.write(Integer.toString(rows++));
        out.write('\t');
        out.write(version.number());
        out.write('\t');
        out.write(version.updated());
        out.write('\t');
        out.write(status(version.status()));
        out.write('\t');
        out.write(version.submitted());
        out.write('\t');
        out.write(version.disposed() == null ? "\\N" : version.disposed());
        out.write('\n');
    }

    /** Returns all versions as PostgreSQL's COPY reads them. */
    Reader rows() throws IOException {
        out.flush();
        return Files.newBufferedReader(file);
    }

    /** In the hub's words. */
    private static String status(String portalStatus) {
        return switch (portalStatus) {
            case "DISPOSED" -> "disposed";
            case "REJECTED" -> "rejected";
            default -> "pending";
        };
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
