package in.sangam.bench.speed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The portal's rows as a CSV file, with the same columns that the portal answers as JSON. */
final class CsvFile {

    private static final String HEADER = "application_no,service_code,service_name,mode,channel,district,block,"
            + "applicant_name,father_name,mobile,aadhaar,submitted_at,completed_at,status,disposed_at,due_date,updated_at\n";

    private CsvFile() {}

    /** Writes versions, oldest first; each is also shown to the truth. */
    static void write(Path path, Supplier<Caseload.Version> versions, int size, Truth truth) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write(HEADER);
            for (int row = 0; row < size; row++) {
                Caseload.Version version = versions.get();
                out.write(line(version));
                truth.saw(version);
            }
        }
    }

    private static String line(Caseload.Version version) {
        return Stream.of(
                                version.number(),
                                version.service(),
                                "प्रमाण-पत्र / Certificate",
                                version.tatkal() ? "TATKAL" : "NORMAL",
                                "ONLINE",
                                version.block().district(),
                                version.block().name(),
                                Caseload.person(version, 0),
                                Caseload.person(version, 1),
                                "9876543210",
                                "234567890124",
                                version.submitted(),
                                text(version.completed()),
                                version.status(),
                                text(version.disposed()),
                                "",
                                version.updated())
                        .map(CsvFile::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String text(@Nullable String moment) {
        return moment == null ? "" : moment;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
