package in.sangam.kit.edge;

import in.sangam.kit.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a keyed pseudonym (HMAC-SHA-256, 128 bits) in place of a person's key, so that two records of one person can be
 * linked and nobody without the key can go back. Letters only: no digit run in it ever looks like a number of a person.
 */
final class Pseudonym {

    private static final int BYTES = 16;
    private final Secret key;

    Pseudonym(Secret key) {
        this.key = key;
    }

    String of(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(value.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder("p-");
            for (int i = 0; i < BYTES; i++) {
                text.append((char) ('a' + ((hash[i] >> 4) & 15))).append((char) ('a' + (hash[i] & 15)));
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM lacks HmacSHA256", e);
        }
    }
}
