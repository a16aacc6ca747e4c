package in.sangam.app.certify;

import in.sangam.app.certify.Certificate.Line;
import in.sangam.core.record.CanonicalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import org.springframework.web.util.HtmlUtils;

/** A certificate as one page of HTML that a department can show and print; it needs nothing beside itself. */
public final class CertificatePage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'IST'");
    private static final String STYLE =
            "body{font:15px/1.5 'Noto Sans','Noto Sans Devanagari',system-ui,sans-serif;max-width:60rem;margin:2rem"
                    + " auto;padding:0"
                    + " 1rem;color:#14202e}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem"
                    + " .5rem;border-bottom:1px solid #d5dce3;vertical-align:top}"
                    + ".PASSED{color:#1c6b45}.FAILED{color:#9b1c1c;font-weight:700}.NOT_APPLICABLE{color:#46545f}"
                    + "@page{size:A4;margin:14mm}";

    private CertificatePage() {}

    /** Writes the page into a folder as {@code <connector>.html} and returns the file. */
    public static Path write(Certificate certificate, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(certificate.connector() + ".html"), html(certificate));
    }

    static String html(Certificate certificate) {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(text(certificate.connector()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(text(certificate.title().en()))
                .append("<br><span lang=\"hi\">")
                .append(text(certificate.title().hi()))
                .append("</span></h1>\n<p class=\"")
                .append(certificate.passed() ? "PASSED" : "FAILED")
                .append("\">")
                .append(
                        certificate.passed()
                                ? "Certified for Sangam · <span lang=\"hi\">संगम के लिए प्रमाणित</span>"
                                : "Not certified · <span lang=\"hi\">प्रमाणित नहीं</span>")
                .append("</p>\n<p>Connector <code>")
                .append(text(certificate.connector()))
                .append("</code>, revision <code>")
                .append(certificate.hash(), 0, 16)
                .append("</code>. Owner: ")
                .append(text(certificate.owner()))
                .append(". ")
                .append(MOMENT.format(certificate.at().atZone(CanonicalRecord.INDIA)))
                .append(".</p>\n"
                        + "<table><thead><tr><th scope=\"col\">Check · जाँच</th><th scope=\"col\">Stream ·"
                        + " धारा</th>")
                .append("<th scope=\"col\">Outcome · परिणाम</th><th scope=\"col\">Seen</th></tr></thead><tbody>\n");
        for (Line line : certificate.lines()) {
            html.append("<tr><th scope=\"row\">")
                    .append(text(line.check()))
                    .append("</th><td>")
                    .append(text(line.stream()))
                    .append("</td><td class=\"")
                    .append(line.outcome())
                    .append("\">")
                    .append(
                            switch (line.outcome()) {
                                case PASSED -> "passed · उत्तीर्ण";
                                case FAILED -> "failed · अनुत्तीर्ण";
                                case NOT_APPLICABLE -> "not applicable · लागू नहीं";
                            })
                    .append("</td><td>")
                    .append(text(line.sentence()))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table></body></html>\n").toString();
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
