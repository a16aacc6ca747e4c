package in.sangam.kit.edge;

import java.util.Random;

/** Makes checksum-valid Aadhaar numbers that belong to nobody. */
final class AadhaarNumbers {

    private AadhaarNumbers() {}

    static String any(Random random) {
        byte[] digits = new byte[12];
        digits[0] = (byte) (2 + random.nextInt(8));
        for (int i = 1; i < 11; i++) {
            digits[i] = (byte) random.nextInt(10);
        }
        while (!Verhoeff.valid(digits, 0, 12)) {
            digits[11]++;
        }
        StringBuilder text = new StringBuilder();
        for (byte digit : digits) {
            text.append(digit);
        }
        return text.toString();
    }

    /** Cuts a number into groups as people write it. */
    static String written(String number, Random random) {
        String joint = new String[] {" ", "-", "\u00A0", " - ", "–"}[random.nextInt(5)];
        return switch (random.nextInt(5)) {
            case 0 -> number;
            case 1 -> number.substring(0, 4) + joint + number.substring(4, 8) + joint + number.substring(8);
            case 2 -> number.substring(0, 6) + joint + number.substring(6);
            case 3 -> String.join(joint, number.split(""));
            default -> devanagari(number);
        };
    }

    private static String devanagari(String number) {
        StringBuilder text = new StringBuilder();
        number.chars().forEach(c -> text.append((char) (c - '0' + '\u0966')));
        return text.toString();
    }
}
