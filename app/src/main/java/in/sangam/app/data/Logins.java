package in.sangam.app.data;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The logins of a hub: {@code admin}, {@code viewer}, {@code approver}, the second person that some decisions need, and for
 * corrections {@code nodal} and {@code district}.
 *
 * <p>Only hashes are needed to log in ({@code users.properties}). The passwords themselves lie in
 * {@code credentials.properties} for the person who installs the hub, who may delete that file. Delete both to get new ones.
 */
public final class Logins {

    public static final String ADMIN = "admin";
    public static final String APPROVER = "approver";
    public static final String VIEWER = "viewer";
    public static final String NODAL = "nodal";
    public static final String DISTRICT = "district";
    private static final List<String> ALL = List.of(ADMIN, APPROVER, NODAL, DISTRICT, VIEWER);

    private final Map<String, String> hashes = new TreeMap<>();
    private final SecretFile credentials;

    public Logins(DataFolder folder) {
        SecretFile users = new SecretFile(folder.file("users.properties"));
        credentials = new SecretFile(folder.file("credentials.properties"));
        if (!Files.exists(folder.file("users.properties"))) {
            for (String name : ALL) {
                String password = Passwords.readable();
                credentials.put(name, password);
                users.put(name, encoder().encode(password));
            }
        }
        for (String name : ALL) {
            hashes.put(name, users.getOrMake(name, () -> newHash(name)));
        }
    }

    /** The hash in use. Cost 8: each call of the API with HTTP Basic pays it, and generated passwords have 116 bits. */
    public static PasswordEncoder encoder() {
        return new BCryptPasswordEncoder(8);
    }

    private String newHash(String name) {
        String password = Passwords.readable();
        credentials.put(name, password);
        return encoder().encode(password);
    }

    /** Returns the hash of each login by its name. */
    public Map<String, String> hashes() {
        return hashes;
    }

    /** Returns the generated password, or null when the person who installed the hub has deleted it. */
    public @Nullable String password(String name) {
        return credentials.get(name);
    }
}
