package in.sangam.kit.edge;

import java.util.regex.Pattern;

/**
 * Finds Aadhaar numbers (by checksum) and mobile numbers in any text and writes {@code ***} in their place. Digits may be
 * Latin or Devanagari, in groups joined by spaces or hyphens; a longer run of digits is neither.
 */
final class PersonalNumbers {

    static final String MASK = "***";

    private static final int AADHAAR = 12;
    private static final int MOBILE = 10;
    /** A date or time says nothing of a person, and eight of its digits may stand beside four others. */
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    private PersonalNumbers() {}

    /** Returns the text without such numbers; the same object when it holds none. */
    static String masked(String text) {
        if (tooFewDigits(text) || MOMENT.matcher(text).matches()) {
            return text;
        }
        return new Scan(text).masked();
    }

    private static boolean tooFewDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (digit(text, i) >= 0 && ++digits == MOBILE) {
                return false;
            }
        }
        return true;
    }

    private static int digit(String text, int at) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '\u0966' && c <= '\u096F' && !abbreviates(text, at) ? c - '\u0966' : -1;
    }

    /** The zero behind a Devanagari letter, as in मो० or सं०, is a sign of abbreviation and no digit. */
    private static boolean abbreviates(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return text.charAt(at) == '\u0966' && before >= '\u0900' && before < '\u0964';
    }

    private static boolean joins(char c) {
        return c == ' ' || c == '-' || c == '\u00A0' || c == '\u2010' || c == '\u2011' || c == '\u2013' || c == '\t';
    }

    /** One pass over a text: digits with their places, cut into groups; groups joined by at most three joints form a chain. */
    private static final class Scan {

        private final String text;
        private final byte[] digits;
        private final int[] places;
        private int count;

        Scan(String text) {
            this.text = text;
            this.digits = new byte[text.length()];
            this.places = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                int digit = digit(text, i);
                if (digit >= 0) {
                    digits[count] = (byte) digit;
                    places[count++] = i;
                }
            }
        }

        String masked() {
            StringBuilder out = null;
            int copied = 0;
            int at = 0;
            while (at < count) {
                int length = startsGroup(at) ? personalFrom(at) : 0;
                if (length == 0) {
                    at++;
                    continue;
                }
                out = out == null ? new StringBuilder(text.length()) : out;
                int from = places[at] > copied && text.charAt(places[at] - 1) == '+' ? places[at] - 1 : places[at];
                out.append(text, copied, from).append(MASK);
                copied = places[at + length - 1] + 1;
                at += length;
            }
            return out == null ? text : out.append(text, copied, text.length()).toString();
        }

        /** Returns how many digits from here are one personal number, 0 when they are none. */
        private int personalFrom(int at) {
            if (digits[at] >= 2 && chained(at, AADHAAR) && Verhoeff.valid(digits, at, AADHAAR)) {
                return AADHAAR;
            }
            if (partOfReference(at)) {
                return 0;
            }
            if (digits[at] == 9 && count > at + 2 && digits[at + 1] == 1 && mobile(at + 2) && chained(at, MOBILE + 2)) {
                return MOBILE + 2;
            }
            if (digits[at] == 0 && count > at + 1 && mobile(at + 1) && chained(at, MOBILE + 1)) {
                return MOBILE + 1;
            }
            return mobile(at) && chained(at, MOBILE) ? MOBILE : 0;
        }

        private boolean mobile(int at) {
            return at < count && digits[at] >= 6;
        }

        /** Says whether so many digits from here stand in one chain that ends with the last of them. */
        private boolean chained(int at, int length) {
            if (at + length > count) {
                return false;
            }
            for (int i = at + 1; i < at + length; i++) {
                if (!joined(places[i - 1], places[i])) {
                    return false;
                }
            }
            return !followedByDigit(at + length - 1);
        }

        private boolean joined(int one, int other) {
            if (other - one > 4) {
                return false;
            }
            for (int i = one + 1; i < other; i++) {
                if (!joins(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean startsGroup(int at) {
            return at == 0 || places[at] != places[at - 1] + 1;
        }

        private boolean followedByDigit(int last) {
            return last + 1 < count && places[last + 1] == places[last] + 1;
        }

        /** A serial behind a letter, slash or underscore belongs to a reference such as an application number. */
        private boolean partOfReference(int at) {
            if (places[at] == 0) {
                return false;
            }
            char before = text.charAt(places[at] - 1);
            return before == '/' || before == '_' || (before < 128 && Character.isLetter(before));
        }
    }
}
