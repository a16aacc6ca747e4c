package in.sangam.kit.manifest;

import in.sangam.kit.Settings;

/** Texts of a manifest with their settings filled in; a setting without a value is a problem. */
record Resolved(Settings settings, Problems problems) {

    String text(String text, String at) {
        try {
            return settings.resolve(text);
        } catch (Settings.Unset unset) {
            problems.at(
                    at,
                    "the setting '" + unset.name() + "' has no value",
                    "Give it under portals: in application.yaml, in the portals' properties file or in the environment");
            return text;
        }
    }
}
