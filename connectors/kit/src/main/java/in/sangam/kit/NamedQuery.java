package in.sangam.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An SQL text with named parameters, which only ever become bound values. Casts ({@code ::}), quoted text and comments are left alone. */
public final class NamedQuery {

    /** The parameters that a query may name. */
    public static final Set<String> KNOWN = Set.of("cursor", "key", "limit");

    private static final Pattern PARAMETER = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|::|:([a-zA-Z][a-zA-Z0-9]*)", Pattern.DOTALL);

    private final String text;
    private final List<String> parameters;

    public NamedQuery(String text) {
        this.text = text;
        List<String> names = new ArrayList<>();
        Matcher found = PARAMETER.matcher(text);
        while (found.find()) {
            if (found.group(1) != null) {
                names.add(found.group(1));
            }
        }
        this.parameters = List.copyOf(names);
    }

    /** Returns the query as the manifest has it. */
    public String text() {
        return text;
    }

    /** Returns the parameter names in the order of appearance, one for each appearance. */
    public List<String> parameters() {
        return parameters;
    }

    /** Returns the query with {@code ?} for each parameter. */
    public String positional() {
        return marked(name -> "?");
    }

    /** Returns the query with each parameter behind another mark, e.g. {@code :?} as Camel's JDBC component wants it. */
    public String marked(String prefix) {
        return marked(name -> prefix + name);
    }

    Map<String, Object> values(Ask ask, @Nullable Cursor cursor, int size) {
        Map<String, Object> values = new HashMap<>();
        for (String name : parameters) {
            switch (name) {
                case "limit" -> values.put(name, size);
                case "key" -> values.put(name, ask.token() == null ? "" : ask.token());
                case "cursor" -> {
                    if (cursor == null || ask.cursor() == null) {
                        throw new IllegalStateException("The query names :cursor, but the stream declares none");
                    }
                    values.put(name, cursor.bound(ask.cursor()));
                }
                default -> throw new IllegalStateException("The query names the unknown parameter :" + name);
            }
        }
        return values;
    }

    private String marked(java.util.function.UnaryOperator<String> mark) {
        return PARAMETER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) == null ? found.group() : mark.apply(found.group(1))));
    }

    @Override
    public String toString() {
        return text;
    }
}
