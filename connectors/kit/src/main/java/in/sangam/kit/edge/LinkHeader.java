package in.sangam.kit.edge;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Link} (RFC 8288): targets with their relations. */
final class LinkHeader {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^;,=<]+(?:=(?:\"[^\"]*\"|[^;,<]*))?)*)");
    private static final Pattern RELATION =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** Returns the target of a relation; null when the header has none. */
    static @Nullable String target(@Nullable String header, String relation) {
        if (header == null) {
            return null;
        }
        Matcher links = LINK.matcher(header);
        while (links.find()) {
            Matcher relations = RELATION.matcher(links.group(2));
            if (relations.find()) {
                String names = relations.group(1) != null ? relations.group(1) : relations.group(2);
                if (Arrays.stream(names.strip().split("\\s+")).anyMatch(relation::equalsIgnoreCase)) {
                    return links.group(1);
                }
            }
        }
        return null;
    }
}
