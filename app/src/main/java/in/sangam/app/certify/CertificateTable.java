package in.sangam.app.certify;

import in.sangam.app.certify.Certificate.Line;
import in.sangam.app.certify.Certificate.Outcome;
import java.io.PrintWriter;

/** A certificate as a plain table. */
public final class CertificateTable {

    private CertificateTable() {}

    /** Prints one line a check, what failed with its sentence, and the verdict. */
    public static void print(Certificate certificate, PrintWriter out) {
        out.println(certificate.connector() + " " + certificate.hash().substring(0, 12));
        for (Line line : certificate.lines()) {
            out.printf("  %-8s %-20s %-16s %s%n", word(line.outcome()), line.check(), line.stream(), line.sentence());
        }
        out.println(certificate.connector() + (certificate.passed() ? ": certified" : ": NOT certified"));
        out.flush();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case NOT_APPLICABLE -> "-";
        };
    }
}
