package in.sangam.core.rule;

import in.sangam.core.calendar.Calendars;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.place.Level;
import in.sangam.core.record.FieldType;
import in.sangam.core.record.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of time limits and checks them against each other. */
final class TimeLimitFiles {

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}) (working days?|days?)");
    private static final List<String> LEVELS = Level.words();

    private final Calendars calendars;
    private final ConfigErrors errors;
    private final Map<TimeLimit, YamlNode> limits = new LinkedHashMap<>();

    TimeLimitFiles(Calendars calendars, ConfigErrors errors) {
        this.calendars = calendars;
        this.errors = errors;
    }

    List<TimeLimit> read(ConfigFolder folder) {
        for (Path file : folder.files(".yaml", errors)) {
            YamlFile.read(file, errors).ifPresent(this::file);
        }
        refuseContradictions();
        return List.copyOf(limits.keySet());
    }

    private void file(YamlNode file) {
        file.allow("limits");
        file.need("limits").ifPresent(all -> all.members().forEach(this::limit));
    }

    private void limit(String id, YamlNode node) {
        node.allow("of", "service", "mode", "stage", "level", "starts", "limit", "office", "from", "to", "source");
        node.need("of");
        node.need("source");
        node.need("starts").ifPresent(field -> field.oneOf(datedFields()));
        Matcher length = LENGTH.matcher(node.text("limit"));
        if (!length.matches() || length.group(1).matches("0+")) {
            node.at("limit").ifPresent(at -> at.error("Not a length of time", "Write '10 working days' or '45 days'"));
            return;
        }
        boolean working = length.group(2).startsWith("working");
        TimeLimit limit = new TimeLimit(
                id,
                node.words("of"),
                node.words("service"),
                node.words("mode"),
                node.words("stage"),
                levels(node),
                node.text("starts"),
                Integer.parseInt(length.group(1)),
                office(node, working),
                node.day("from"),
                node.day("to"),
                node.file() + ":" + node.line());
        if (limit.from() != null && limit.to() != null && limit.to().isBefore(limit.from())) {
            node.error("Ends before it begins", "Put 'from' before 'to'");
        }
        for (TimeLimit other : limits.keySet()) {
            if (other.id().equals(id)) {
                node.error("'" + id + "' is taken by " + other.origin(), "Give each limit a name of its own");
            }
        }
        limits.put(limit, node);
    }

    private @Nullable String office(YamlNode node, boolean working) {
        if (!working) {
            node.at("office")
                    .ifPresent(at -> at.error("Calendar days need no office", "Delete it, or write 'working days'"));
            return null;
        }
        return node.need("office").map(at -> at.oneOf(calendars.offices())).orElse("");
    }

    private static Set<Level> levels(YamlNode node) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        node.at("level").ifPresent(at -> at.items()
                .forEach(item -> Level.of(item.oneOf(LEVELS)).ifPresent(levels::add)));
        return levels;
    }

    private static List<String> datedFields() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> kind.fields().entrySet().stream())
                .filter(field -> field.getValue() == FieldType.MOMENT || field.getValue() == FieldType.DAY)
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    private void refuseContradictions() {
        List<TimeLimit> all = new ArrayList<>(limits.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (TimeLimit earlier : all.subList(0, i)) {
                if (all.get(i).contradicts(earlier)) {
                    YamlNode node = limits.get(all.get(i));
                    if (node != null) {
                        node.error(
                                "Overlaps '" + earlier.id() + "' at " + earlier.origin()
                                        + " for the same records and days",
                                "Change 'from' and 'to', or name service, mode, stage or level");
                    }
                }
            }
        }
    }
}
