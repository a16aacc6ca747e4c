package in.sangam.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A slow password hash that is worked out once: programs send their login with every call, and a hash made slow against
 * guessing costs more than most answers. Which pairs of password and hash fit is kept in memory, under a key that dies with
 * the process; a wrong password is always checked slowly.
 */
final class RememberedPasswords implements PasswordEncoder {

    private static final String MAC = "HmacSHA256";
    private static final int MOST_KEPT = 1_000;

    private final PasswordEncoder slow;
    private final SecretKey key;
    private final Set<String> fitting = ConcurrentHashMap.newKeySet();

    RememberedPasswords(PasswordEncoder slow) {
        this.slow = slow;
        try {
            this.key = KeyGenerator.getInstance(MAC).generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        String pair = pair(password, hash);
        if (fitting.contains(pair)) {
            return true;
        }
        boolean fits = slow.matches(password, hash);
        if (fits) {
            if (fitting.size() >= MOST_KEPT) {
                fitting.clear();
            }
            fitting.add(pair);
        }
        return fits;
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return slow.upgradeEncoding(hash);
    }

    private String pair(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update((hash + '\0').getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }
}
