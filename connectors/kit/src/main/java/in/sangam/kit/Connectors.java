package in.sangam.kit;

import in.sangam.core.config.ConfigException;
import java.nio.file.Path;
import java.util.List;

/** The connector folders of an installation. */
public final class Connectors {

    /** Setting that holds the key of the pseudonyms. */
    public static final String PSEUDONYM_KEY = "pseudonym.key";

    private Connectors() {}

    /**
     * Reads every folder that has a {@code connector.yaml}, in the order of their names.
     *
     * @throws ConfigException with everything that is wrong in any of them
     */
    public static List<Connector> load(Path folder, Settings settings) {
        throw new UnsupportedOperationException("Being written: " + folder + settings);
    }
}
