package in.sangam.store;

import in.sangam.core.measure.Contribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Contributions as text: one line each of measure, subject, service, ISO day and amount, parted by tabs, in the order of the
 * text. Equal contributions give equal text, so that the part before the amount names a cell of the measures.
 */
public final class ContributionCodec {

    private static final char PART = '\t';
    private static final char END = '\n';
    private static final int LONGEST_NUMBER = 1000;

    private ContributionCodec() {}

    /** Writes contributions; throws {@link IllegalArgumentException} for a day or amount that no database column holds. */
    public static String encode(List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>(contributions.size());
        for (Contribution each : contributions) {
            lines.add(line(each));
        }
        lines.sort(null);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(END));
        return text.toString();
    }

    /** Reads what {@link #encode} wrote. */
    public static List<Contribution> decode(String text) {
        List<Contribution> contributions = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf(END, start);
            String[] parts = parts(text.substring(start, end));
            contributions.add(new Contribution(
                    parts[0], parts[1], parts[2], LocalDate.parse(parts[3]), new BigDecimal(parts[4])));
            start = end + 1;
        }
        return contributions;
    }

    /** Parts a line, or the beginning of a line. */
    static String[] parts(String line) {
        String[] parts = line.split("\t", -1);
        for (int i = 0; i < Math.min(3, parts.length); i++) {
            parts[i] = unescaped(parts[i]);
        }
        return parts;
    }

    private static String line(Contribution each) {
        int year = each.day().getYear();
        BigDecimal amount = each.amount();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "Measure " + each.measure() + " gives a day outside the years 1 to 9999");
        }
        if (Math.abs((long) amount.scale()) > LONGEST_NUMBER || amount.precision() > LONGEST_NUMBER) {
            throw new IllegalArgumentException(
                    "Measure " + each.measure() + " gives a number of more than " + LONGEST_NUMBER + " digits");
        }
        return cell(each.measure(), each.subject(), each.service(), each.day()) + PART + plain(amount);
    }

    /** Names a cell of the measures: a line without its amount. */
    static String cell(String measure, String subject, String service, LocalDate day) {
        return escaped(measure) + PART + escaped(subject) + PART + escaped(service) + PART + day;
    }

    static String plain(BigDecimal amount) {
        return amount.scale() == 0
                ? amount.toString()
                : amount.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        if (text.indexOf(PART) < 0 && text.indexOf(END) < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char coded = text.charAt(++i);
            plain.append(coded == 't' ? PART : coded == 'n' ? END : coded);
        }
        return plain.toString();
    }
}
