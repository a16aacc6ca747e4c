package in.sangam.app.data;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes passwords and keys. There is no default password anywhere: each folder gets its own. */
public final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without the letters and digits that people mistake for each other. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Passwords() {}

    /** Returns a password of 20 letters and digits (116 bits) that a person can type. */
    public static String readable() {
        StringBuilder password = new StringBuilder(20);
        for (int i = 0; i < 20; i++) {
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** Returns a key of 256 bits in hex. */
    public static String key() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
