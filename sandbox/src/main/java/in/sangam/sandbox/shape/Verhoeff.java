package in.sangam.sandbox.shape;

/** The checksum of Aadhaar numbers (J. Verhoeff, 1969), in the dihedral group D5. */
final class Verhoeff {

    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int[] INVERSE = {0, 4, 3, 2, 1, 5, 6, 7, 8, 9};

    private Verhoeff() {}

    /** Returns the digits with their check digit behind them. */
    static String withCheckDigit(String digits) {
        return digits + INVERSE[checksum(digits + "0")];
    }

    static boolean isValid(String digits) {
        return checksum(digits) == 0;
    }

    private static int checksum(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            for (int turn = 0; turn < place % 8; turn++) {
                digit = PERMUTATION[digit];
            }
            sum = product(sum, digit);
        }
        return sum;
    }

    private static int product(int left, int right) {
        if (left < 5) {
            return right < 5 ? (left + right) % 5 : 5 + (left + right - 5) % 5;
        }
        return right < 5 ? 5 + (left - 5 - right + 5) % 5 : (left - right + 5) % 5;
    }
}
