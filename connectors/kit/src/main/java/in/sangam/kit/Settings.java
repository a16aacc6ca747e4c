package in.sangam.kit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that stand behind the names in a manifest: {@code ${rtps.url}} and the names of secrets. */
@FunctionalInterface
public interface Settings {

    /** {@code ${name}} in a manifest's value. */
    Pattern REFERENCE = Pattern.compile("\\$\\{([a-z][a-z0-9.-]*)}");

    /** Returns the value of a setting, or null when it is not set. */
    @Nullable
    String find(String name);

    /** Settings from a map, e.g. a properties file. */
    static Settings of(Map<String, String> values) {
        return values::get;
    }

    /** Settings of which none is known: good for reading and checking a connector, not for running it. */
    static Settings unset() {
        return name -> "unset." + name;
    }

    /** These settings, and others for what they do not name. */
    default Settings or(Settings others) {
        return name -> {
            String value = find(name);
            return value != null ? value : others.find(name);
        };
    }

    /** Returns the value of a setting; throws {@link Unset} when there is none. */
    default String get(String name) {
        String value = find(name);
        if (value == null) {
            throw new Unset(name);
        }
        return value;
    }

    /** Returns the text with every {@code ${name}} replaced; throws {@link Unset} for the first name without a value. */
    default String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(get(found.group(1))));
    }

    /** A setting that a manifest names and nobody gave. */
    final class Unset extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String name;

        Unset(String name) {
            super("The setting '" + name + "' has no value: give it under portals: in application.yaml,"
                    + " in the portals' properties file or in the environment");
            this.name = name;
        }

        /** Returns the name of the setting. */
        public String name() {
            return name;
        }
    }
}
