package in.sangam.sandbox.home;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated credentials of the portals; made once and kept, so that a restart changes none. */
public final class Secrets {

    private static final String FILE = "credentials.properties";

    private final SandboxFolder folder;
    private final Properties kept;

    public Secrets(SandboxFolder folder) {
        this.folder = folder;
        this.kept = folder.read(FILE);
    }

    /** Returns the secret of that name: 48 hexadecimal digits. */
    public synchronized String secret(String name) {
        String secret = kept.getProperty(name);
        if (secret == null) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            secret = HexFormat.of().formatHex(random);
            kept.setProperty(name, secret);
            folder.write(FILE, kept, "Generated credentials of the sandbox portals");
        }
        return secret;
    }
}
