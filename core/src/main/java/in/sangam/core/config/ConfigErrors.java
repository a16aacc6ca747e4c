package in.sangam.core.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong, so that an operator sees it all at once. Not safe for many threads. */
public final class ConfigErrors {

    private final List<ConfigError> errors = new ArrayList<>();

    /** Adds one. */
    public void add(ConfigError error) {
        errors.add(error);
    }

    /** Returns those gathered so far. */
    public List<ConfigError> all() {
        return List.copyOf(errors);
    }

    /** Throws {@link ConfigException} with all of them when there is one. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
    }
}
