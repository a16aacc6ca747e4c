package in.sangam.core.flow;

import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlNode;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a record stands in a message: its number, version, type, place, one of its fields or of its attributes. */
public final class MessagePart {

    private static final String ATTRIBUTE = "attributes.";
    private static final Map<String, Function<CanonicalRecord, @Nullable String>> OF_ALL = Map.of(
            "sourceId",
            record -> record.key().sourceId(),
            "version",
            record -> record.version().text(),
            "type",
            CanonicalRecord::type,
            "place",
            CanonicalRecord::place);
    private static final SortedSet<String> WORDS = words();

    private final Function<CanonicalRecord, @Nullable String> reading;

    private MessagePart(Function<CanonicalRecord, @Nullable String> reading) {
        this.reading = reading;
    }

    /** Reads the name of a part; one that no record has is an error that names the nearest. */
    static Optional<MessagePart> read(YamlNode at) {
        String word = at.text();
        if (word.startsWith(ATTRIBUTE)) {
            String attribute = word.substring(ATTRIBUTE.length());
            return Optional.of(new MessagePart(record -> record.attributes().get(attribute)));
        }
        if (!WORDS.contains(word)) {
            at.error("No record has '" + word + "'", NearestWord.remedy(word, WORDS));
            return Optional.empty();
        }
        Function<CanonicalRecord, @Nullable String> ofAll = OF_ALL.get(word);
        return Optional.of(new MessagePart(ofAll == null ? record -> record.field(word) : ofAll));
    }

    /** Returns what the record says, null when it was not reported. */
    @Nullable
    String in(CanonicalRecord record) {
        return reading.apply(record);
    }

    private static SortedSet<String> words() {
        SortedSet<String> words = new TreeSet<>(OF_ALL.keySet());
        Arrays.stream(Kind.values()).forEach(kind -> words.addAll(kind.fields().keySet()));
        return words;
    }
}
