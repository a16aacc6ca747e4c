package in.sangam.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A credential that is known by the name of its setting; read only when it is used, and never printed. */
public final class Secret {

    private final String name;
    private final Settings settings;

    Secret(String name, Settings settings) {
        this.name = name;
        this.settings = settings;
    }

    /** Names a secret of these settings without reading it. */
    public static Secret named(String name, Settings settings) {
        return new Secret(name, settings);
    }

    /** Returns the name of the setting that holds the value. */
    public String name() {
        return name;
    }

    /** Returns the value as it is now; throws {@link Settings.Unset} naming the setting when there is none. */
    public String reveal() {
        return settings.get(name);
    }

    /** A setting that holds neither a key or certificate in PEM nor the path of a file that can be read. */
    public static final class NoPem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoPem(String name, Exception cause) {
            super(
                    "The setting '" + name
                            + "' holds neither a key or certificate in PEM (-----BEGIN …) nor the path of a"
                            + " file that the hub can read",
                    cause);
        }
    }

    /**
     * Returns a key or certificate in PEM: the value itself, or the content of the file whose path it is. Throws {@link NoPem}
     * where it is neither.
     */
    public String pem() {
        String value = reveal();
        if (value.contains("-----BEGIN")) {
            return value;
        }
        try {
            return Files.readString(Path.of(value));
        } catch (IOException | InvalidPathException e) {
            throw new NoPem(name, e);
        }
    }

    @Override
    public String toString() {
        return "secret " + name;
    }
}
