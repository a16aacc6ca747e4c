package in.sangam.kit.manifest;

import in.sangam.kit.translate.DatePattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the version of a row stands, and how it is written.
 *
 * @param pattern of a date; null for a whole number and for dates as ISO has them
 */
record VersionPath(String field, @Nullable String pattern) {

    private static final Pattern MOMENT = Pattern.compile("moment\\(\\s*([^,()]+?)\\s*,\\s*([^()]+?)\\s*\\)");

    static VersionPath of(String declared, String at, Problems problems) {
        Matcher moment = MOMENT.matcher(declared.strip());
        if (!moment.matches()) {
            if (declared.contains("(")) {
                problems.at(
                        at,
                        "'" + declared + "' is no version",
                        "Write a path, or moment(path, dd/MM/yyyy HH:mm:ss) where the portal writes a date otherwise than ISO");
            }
            return new VersionPath(declared, null);
        }
        String remedy = DatePattern.remedyFor(moment.group(2));
        if (remedy != null) {
            problems.at(at, "by '" + moment.group(2) + "' no day can be read", remedy);
        }
        return new VersionPath(moment.group(1), moment.group(2));
    }
}
