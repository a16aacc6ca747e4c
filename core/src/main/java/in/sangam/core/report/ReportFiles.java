package in.sangam.core.report;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import in.sangam.core.place.Level;
import in.sangam.core.report.WeeklyReport.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code roles.yaml} and one file a report; a folder that is not there means no reports. */
public final class ReportFiles {

    private static final String ROLES = "roles.yaml";
    private static final List<String> LEVELS = Level.words();
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final List<String> CONTENTS =
            Arrays.stream(Content.values()).map(Content::word).toList();

    private final Collection<String> types;
    private final Map<String, Role> roles = new TreeMap<>();
    private final Map<String, WeeklyReport> reports = new TreeMap<>();

    private ReportFiles(Collection<String> types) {
        this.types = types;
    }

    /**
     * Reads a folder.
     *
     * @param types record types that are known
     * @return the reports in the order of their codes
     */
    public static List<WeeklyReport> load(ConfigFolder folder, Collection<String> types, ConfigErrors errors) {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        ReportFiles files = new ReportFiles(types);
        YamlFile.read(folder.path().resolve(ROLES), errors)
                .map(root -> root.allow("roles"))
                .flatMap(root -> root.need("roles"))
                .ifPresent(all -> all.members().forEach(files::role));
        for (Path file : folder.files(".yaml", errors)) {
            if (!file.getFileName().toString().equals(ROLES)) {
                YamlFile.read(file, errors).ifPresent(files::report);
            }
        }
        return List.copyOf(files.reports.values());
    }

    private void role(String code, YamlNode node) {
        node.allow("en", "hi", "level");
        node.need("en");
        node.need("hi");
        String level = node.need("level").map(at -> at.oneOf(LEVELS)).orElse("");
        Level.of(level).ifPresent(at -> roles.put(code, new Role(code, node.text("en"), node.text("hi"), at)));
    }

    private void report(YamlNode node) {
        node.allow("report", "name", "source", "made", "each", "to", "of", "content");
        for (String key : List.of("report", "source", "to", "of")) {
            node.need(key);
        }
        YamlNode name = node.need("name").map(at -> at.allow("en", "hi")).orElse(null);
        String made = node.need("made").map(at -> at.oneOf(DAYS)).orElse("");
        String each = node.need("each").map(at -> at.oneOf(LEVELS)).orElse("");
        String content = node.need("content").map(at -> at.oneOf(CONTENTS)).orElse("");
        List<Role> to = new ArrayList<>();
        node.at("to").ifPresent(all -> all.items().forEach(item -> {
            Role role = roles.get(item.text());
            if (role == null) {
                item.error(
                        "No role '" + item.text() + "' is declared in " + ROLES,
                        NearestWord.remedy(item.text(), roles.keySet()));
            } else {
                to.add(role);
            }
        }));
        Map<String, WeeklyReport.Title> of = new LinkedHashMap<>();
        node.at("of").map(YamlNode::members).orElse(Map.of()).forEach((type, title) -> {
            if (!types.contains(type)) {
                title.error("No measure counts records of the type '" + type + "'", NearestWord.remedy(type, types));
            }
            title.allow("en", "hi");
            title.need("en");
            title.need("hi");
            of.put(type, new WeeklyReport.Title(title.text("en"), title.text("hi")));
        });
        if (of.isEmpty()) {
            node.at("of")
                    .ifPresent(at -> at.error("Names no record type", "Write of: {<record type>: {en: …, hi: …}}"));
        }
        String code = node.text("report");
        if (reports.containsKey(code)) {
            node.error("'" + code + "' is the code of another report", "Give each report a code of its own");
        }
        if (name == null || !DAYS.contains(made) || !LEVELS.contains(each) || !CONTENTS.contains(content)) {
            return;
        }
        reports.put(
                code,
                new WeeklyReport(
                        code,
                        name.text("en"),
                        name.text("hi"),
                        node.text("source"),
                        DayOfWeek.valueOf(made.toUpperCase(Locale.ROOT)),
                        Level.of(each).orElseThrow(),
                        List.copyOf(to),
                        of,
                        Content.valueOf(content.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }
}
