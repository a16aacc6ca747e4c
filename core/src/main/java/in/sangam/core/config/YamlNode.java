package in.sangam.core.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value in a YAML file, which knows its file, line and key. Reading a value of the wrong form adds an error and goes
 * on with a stand-in, so that one start tells all that is wrong; check the errors before using what was read.
 */
public final class YamlNode {

    private final String file;
    private final String key;
    private final Node node;
    private final ConfigErrors errors;
    private final Map<String, YamlNode> members;

    private YamlNode(String file, String key, Node node, ConfigErrors errors) {
        this.file = file;
        this.key = key;
        this.node = node;
        this.errors = errors;
        this.members = node instanceof MappingNode mapping ? members(mapping) : Map.of();
    }

    static YamlNode root(String file, Node node, ConfigErrors errors) {
        return new YamlNode(file, "", node, errors);
    }

    private Map<String, YamlNode> members(MappingNode mapping) {
        Map<String, YamlNode> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode member = new YamlNode(file, key.isEmpty() ? name : key + "." + name, tuple.getValueNode(), errors);
            if (found.putIfAbsent(name, member) != null) {
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                errors.add(new ConfigError(file, line, member.key, "Written twice", "Keep one of the two"));
            }
        }
        return found;
    }

    /** Returns the file as the operator knows it. */
    public String file() {
        return file;
    }

    /** Returns the line, from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** Returns the dotted key from the top of the file; empty for the whole file. */
    public String key() {
        return key;
    }

    /** Adds an error about this value. */
    public void error(String message, String remedy) {
        errors.add(new ConfigError(file, line(), key, message, remedy));
    }

    /** Checks that this is a mapping with no keys but these. */
    public YamlNode allow(String... keys) {
        isMapping();
        List<String> known = List.of(keys);
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                member.error("Unknown key", NearestWord.remedy(name, known));
            }
        });
        return this;
    }

    /** Returns whether this is a mapping, with an error when it is not. */
    public boolean isMapping() {
        if (!(node instanceof MappingNode)) {
            error("Must hold keys and values", "Write 'key: value' lines below it");
            return false;
        }
        return true;
    }

    /** Returns whether this is a single value, not a list or mapping. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Returns the members in the order of the file; none when this is no mapping. */
    public Map<String, YamlNode> members() {
        return members;
    }

    /** Returns a member, empty when absent or null. */
    public Optional<YamlNode> at(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(member -> !member.node.getTag().equals(Tag.NULL));
    }

    /** Returns a member that must be there; empty, with an error, when it is not. */
    public Optional<YamlNode> need(String name) {
        Optional<YamlNode> member = at(name);
        if (member.isEmpty()) {
            error("Key '" + name + "' is missing", "Add '" + name + ":'");
        }
        return member;
    }

    /** Returns the elements of a list; a single value counts as a list of one. */
    public List<YamlNode> items() {
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(new YamlNode(file, key + "[" + items.size() + "]", item, errors));
            }
            return items;
        }
        return List.of(this);
    }

    /** Returns the text of a single value; empty, with an error, when this is a list or mapping. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        error("Must be a single value", "Write it on one line");
        return "";
    }

    /** Returns the text of a member that must be there; empty, with an error, when it is not. */
    public String text(String name) {
        return need(name).map(YamlNode::text).orElse("");
    }

    /** Returns the text of a member, or null when it is absent. */
    public @Nullable String textOrNull(String name) {
        return at(name).map(YamlNode::text).orElse(null);
    }

    /** Returns the words of a member that is a word or a list of words; none when absent. */
    public Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        at(name).ifPresent(member -> member.items().forEach(item -> words.add(item.text())));
        return words;
    }

    /** Returns one of the words, empty, with an error that names the nearest, when it is none of them. */
    public String oneOf(Collection<String> words) {
        String written = text();
        if (!written.isEmpty() && !words.contains(written)) {
            error("'" + written + "' is not known here", NearestWord.remedy(written, words));
            return "";
        }
        return written;
    }

    /** Returns a member's day, or null when absent or, with an error, not of the form 2026-10-31. */
    public @Nullable LocalDate day(String name) {
        return read(name, LocalDate::parse, "a day such as 2026-10-31");
    }

    /** Returns a member's decimal number, or null when absent or, with an error, no number. */
    public @Nullable BigDecimal number(String name) {
        return read(name, BigDecimal::new, "a number such as 12.5");
    }

    /** Returns a member's truth value, or the fallback when absent. */
    public boolean flag(String name, boolean fallback) {
        return at(name).map(member -> member.oneOf(List.of("true", "false")).equals("true"))
                .orElse(fallback);
    }

    private <T> @Nullable T read(String name, Function<String, T> reading, String form) {
        YamlNode member = at(name).orElse(null);
        if (member == null) {
            return null;
        }
        String text = member.text();
        try {
            return text.isEmpty() ? null : reading.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            member.error("'" + text + "' is not " + form, "Write " + form);
            return null;
        }
    }
}
