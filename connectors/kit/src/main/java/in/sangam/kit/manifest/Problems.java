package in.sangam.kit.manifest;

import in.sangam.core.config.ConfigError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong in the files of a connector, so that all of it is told together. */
final class Problems {

    private final List<ConfigError> errors = new ArrayList<>();
    private String file = "";
    private Map<String, Integer> lines = new HashMap<>();

    /** From here on, pointers mean this file. */
    void about(String label, Map<String, Integer> linesByPointer) {
        this.file = label;
        this.lines = linesByPointer;
    }

    void add(ConfigError error) {
        errors.add(error);
    }

    /** Adds an error at a pointer, or at the nearest part around it that has a line. */
    void at(String pointer, String message, String remedy) {
        String around = pointer;
        while (!lines.containsKey(around) && !around.isEmpty()) {
            around = Pointers.parent(around);
        }
        add(new ConfigError(file, lines.getOrDefault(around, 0), Pointers.dotted(pointer), message, remedy));
    }

    List<ConfigError> errors() {
        return errors;
    }

    boolean none() {
        return errors.isEmpty();
    }
}
