package in.sangam.kit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.kit.Ask;
import in.sangam.kit.JsonPath;
import in.sangam.kit.Source.Paging;
import in.sangam.kit.Source.RestSource;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a poll of an HTTP portal goes on after an answer. */
final class JsonPaging {

    private JsonPaging() {}

    static @Nullable Ask next(RestSource source, Ask ask, JsonAnswer answer, String hash) throws UnreadablePage {
        if (source.paging() instanceof Paging.Next link) {
            JsonNode next = JsonPath.of(link.path()).in(answer.whole());
            return next.isTextual() && !next.textValue().isBlank()
                    ? ask.onward(answer.rows().size(), sameOrigin(source.url(), next.textValue(), hash))
                    : null;
        }
        if (source.paging() instanceof Paging.Offset offset) {
            long total = JsonPath.of(offset.total()).in(answer.whole()).asLong(0);
            int rows = answer.rows().size();
            return rows > 0 && ask.offset() + rows < total ? ask.onward(rows, null) : null;
        }
        return null;
    }

    /** A next link to elsewhere would carry our credential there. */
    private static String sameOrigin(String url, String next, String hash) throws UnreadablePage {
        try {
            URI ours = URI.create(url);
            URI theirs = ours.resolve(next.strip());
            if (origin(ours).equals(origin(theirs))) {
                return theirs.toString();
            }
        } catch (IllegalArgumentException noUri) {
            // Said below, as for any other link that cannot be followed.
        }
        throw new UnreadablePage(
                UnreadablePage.Cause.FOREIGN_NEXT,
                hash,
                "The answer's link to the next page leads to another server or is no URL; it is not followed,"
                        + " because the credential would go with it");
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + ':' + uri.getPort();
    }
}
