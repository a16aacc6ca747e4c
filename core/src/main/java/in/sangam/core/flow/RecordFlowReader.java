package in.sangam.core.flow;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.measure.RecordCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the part of a flow's file that chooses records. */
public final class RecordFlowReader {

    /** The keys of this part, beside those that every flow has. */
    public static final List<String> KEYS = List.of("of", "when", "once", "rules", "message");

    private final Collection<String> streams;

    /** Takes the streams there are, as {@code portal.stream}. */
    public RecordFlowReader(Collection<String> streams) {
        this.streams = streams;
    }

    /** Reads a flow to these sinks; check the errors of the file before using it. */
    public RecordFlow read(YamlNode flow, List<String> sinks) {
        String of = flow.text("of");
        if (!of.isEmpty() && !streams.contains(of)) {
            flow.at("of")
                    .ifPresent(at ->
                            at.error("No connector has the stream '" + of + "'", NearestWord.remedy(of, streams)));
        }
        int point = Math.max(0, of.indexOf('.'));
        return new RecordFlow(
                of.substring(0, point),
                of.substring(Math.min(of.length(), point + 1)),
                flow.at("when").map(RecordCondition::read).stream().toList(),
                flow.flag("once", false),
                rules(flow),
                message(flow),
                sinks);
    }

    private static List<BelongingRule> rules(YamlNode flow) {
        List<BelongingRule> rules = new ArrayList<>();
        flow.at("rules").ifPresent(list -> list.items().forEach(line -> rules.add(rule(line))));
        return List.copyOf(rules);
    }

    private static BelongingRule rule(YamlNode line) {
        line.allow("when", "belongs", "because");
        List<RecordCondition> any = line.need("when")
                .map(when -> when.items().stream().map(RecordCondition::read).toList())
                .orElse(List.of());
        return new BelongingRule(any, line.text("belongs"), line.text("because"));
    }

    private static SortedMap<String, MessagePart> message(YamlNode flow) {
        SortedMap<String, MessagePart> message = new TreeMap<>();
        flow.need("message").filter(YamlNode::isMapping).ifPresent(members -> members.members()
                .forEach((member, what) -> MessagePart.read(what).ifPresent(part -> message.put(member, part))));
        return message;
    }
}
