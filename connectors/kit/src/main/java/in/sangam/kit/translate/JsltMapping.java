package in.sangam.kit.translate;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.filters.JsonFilter;
import java.io.StringReader;
import java.util.Collection;

/** A mapping in JSLT, compiled once; the words of {@link Words} are functions in it. */
public final class JsltMapping implements Mapping {

    private static final JsonFilter KEEP_ALL = value -> true;

    private final Expression expression;
    private final CodeTables codes;

    private JsltMapping(Expression expression, CodeTables codes) {
        this.expression = expression;
        this.codes = codes;
    }

    /** Compiles a mapping; throws {@link Broken} with the line of what is wrong. Imports are not allowed: one file, one mapping. */
    public static JsltMapping compile(String file, String text, CodeTables tables) {
        Words words = new Words(tables);
        Collection<Function> functions =
                Words.ALL.stream().map(word -> (Function) new Word(word, words)).toList();
        try {
            return new JsltMapping(
                    new Parser(new StringReader(text))
                            .withSource(file)
                            .withFunctions(functions)
                            // JSLT would drop empty objects: a place without a name must not become no place at all.
                            .withObjectFilter(KEEP_ALL)
                            .withResourceResolver(name -> {
                                throw new JsltException("Imports are not allowed in a connector's mapping: " + name);
                            })
                            .compile(),
                    tables);
        } catch (JsltException e) {
            throw new Broken(e.getLine(), e.getMessageWithoutLocation());
        }
    }

    @Override
    public JsonNode map(JsonNode row) {
        return expression.apply(row);
    }

    @Override
    public CodeTables codes() {
        return codes;
    }

    /** A mapping that does not compile. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Broken(int line, String message) {
            super(message);
            this.line = Math.max(line, 0);
        }

        /** Returns the line from 1, 0 when it is not known. */
        public int line() {
            return line;
        }
    }

    private record Word(String name, Words words) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return 1;
        }

        @Override
        public int getMaxArguments() {
            return 2;
        }

        @Override
        public JsonNode call(JsonNode row, JsonNode[] arguments) {
            return words.say(name, row, arguments[0].asText(), arguments.length > 1 ? arguments[1].asText() : null);
        }
    }
}
