package in.sangam.kit.edge;

import in.sangam.kit.Ask;
import in.sangam.kit.Source.Paging;
import in.sangam.kit.Source.RestSource;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a poll of an HTTP portal goes on after an answer. */
final class NextAsk {

    /** What an answer says beside its rows: the text at a path of it, null where there is none. */
    interface Words {
        @Nullable
        String at(String path);
    }

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final RestSource source;
    private final Ask ask;
    private final String hash;

    NextAsk(RestSource source, Ask ask, String hash) {
        this.source = source;
        this.ask = ask;
        this.hash = hash;
    }

    /** Returns the next ask; null at the end. */
    @Nullable
    Ask after(int rows, Words answer, @Nullable String linkHeader) throws UnreadablePage {
        if (source.paging() instanceof Paging.Next next) {
            return follow(rows, answer.at(next.path()));
        }
        if (source.paging() instanceof Paging.Link link) {
            return follow(rows, LinkHeader.target(linkHeader, link.relation()));
        }
        return source.paging() instanceof Paging.Count count ? count(rows, count, answer) : null;
    }

    private @Nullable Ask follow(int rows, @Nullable String link) throws UnreadablePage {
        return link == null || link.isBlank() ? null : ask.onward(rows, sameOrigin(link));
    }

    private @Nullable Ask count(int rows, Paging.Count count, Words answer) throws UnreadablePage {
        Long total = count.total() == null ? null : number(answer.at(count.total()));
        if (total == null) {
            return rows > 0 ? ask.onward(rows, null) : null;
        }
        long read = ask.offset() + rows;
        if (rows == 0 && read < total) {
            throw new UnreadablePage(
                    UnreadablePage.Cause.MISSING_ROWS,
                    hash,
                    "The portal says that there are " + total + " rows but gives only " + read
                            + (read == 0
                                    ? ": compare records: in the connector with an answer"
                                    : ": ask its owner about its paging"));
        }
        return read < total ? ask.onward(rows, null) : null;
    }

    /** Returns the number that a portal gives; without one the poll goes on until an answer brings no rows. */
    private static @Nullable Long number(@Nullable String text) {
        return text != null && WHOLE.matcher(text.strip()).matches() ? Long.valueOf(text.strip()) : null;
    }

    /** A next link to elsewhere would carry our credential there. */
    private String sameOrigin(String next) throws UnreadablePage {
        try {
            URI ours = URI.create(source.url());
            URI theirs = source.address(ask).resolve(next.strip());
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
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return (uri.getScheme() + "://" + uri.getHost() + ':' + (uri.getPort() < 0 ? usual : uri.getPort()))
                .toLowerCase(java.util.Locale.ROOT);
    }
}
