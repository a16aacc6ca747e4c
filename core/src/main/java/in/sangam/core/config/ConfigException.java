package in.sangam.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; holds everything that is wrong with it, not only the first thing. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigError> errors;

    /** Takes at least one error; they are kept in order of file and line. */
    public ConfigException(List<ConfigError> errors) {
        super(errors.stream().sorted().map(ConfigError::toString).collect(Collectors.joining("\n")));
        this.errors = errors.stream().sorted().toList();
    }

    /** Returns the errors in order of file and line. */
    public List<ConfigError> errors() {
        return errors;
    }
}
