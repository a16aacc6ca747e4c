package in.sangam.routes.push;

import in.sangam.kit.Secret;
import in.sangam.kit.Transport;
import in.sangam.routes.push.PushRefused.Code;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a pushed page as Standard Webhooks have it: HMAC-SHA-256 over id, time and body, joined by points. A secret
 * that begins with {@code whsec_} is Base64; any other is taken as its text.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final String ENCODED = "whsec_";
    private static final int LONGEST_ID = 200;

    private final Transport.Push declared;

    Seal(Transport.Push declared) {
        this.declared = declared;
    }

    /** Returns the id of a page whose signature holds; throws {@link PushRefused} for any other. */
    String check(PushedPage page, Instant now) {
        String id = page.id();
        Long seconds = seconds(page.timestamp());
        if (id == null || id.isBlank() || id.length() > LONGEST_ID || seconds == null || page.signature() == null) {
            throw new PushRefused(
                    Code.NOT_SIGNED,
                    "The page is not signed: send webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks)");
        }
        if (!holds(id + "." + seconds + ".", page.body(), page.signature())) {
            throw new PushRefused(
                    Code.NOT_SIGNED,
                    "No signature of the page holds: compare the secret, and sign the bytes that are sent");
        }
        if (Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(declared.tolerance()) > 0) {
            throw new PushRefused(
                    Code.TOO_OLD,
                    "The page was signed more than " + declared.tolerance().toSeconds()
                            + " s from now: sign each attempt anew, and compare the clocks");
        }
        return id;
    }

    private boolean holds(String head, byte[] body, String signatures) {
        boolean any = false;
        for (Secret secret : declared.auth().secrets()) {
            byte[] expected = (VERSION + signed(secret.reveal(), head, body)).getBytes(StandardCharsets.UTF_8);
            for (String given : signatures.split(" ")) {
                any |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return any;
    }

    /** Returns the signature of a body in Base64. */
    static String signed(String secret, String head, byte[] body) {
        try {
            byte[] key = secret.startsWith(ENCODED)
                    ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                    : secret.getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static @Nullable Long seconds(@Nullable String timestamp) {
        return timestamp != null && timestamp.matches("[0-9]{1,12}") ? Long.valueOf(timestamp) : null;
    }
}
