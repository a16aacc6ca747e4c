package in.sangam.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portal as its folder declares it.
 *
 * @param id folder name, the portal's name everywhere
 * @param owner department that answers for the portal
 * @param entrance how its sinks are reached, null when it has none: the portal's own transport where that is rest
 * @param window when the portal may be polled, null for always
 * @param hash SHA-256 (hex) of manifest and mappings
 */
public record Connector(
        String id,
        Title title,
        String owner,
        Transport transport,
        List<Stream> streams,
        List<Sink> sinks,
        Transport.@Nullable Rest entrance,
        Promise promise,
        @Nullable Window window,
        String hash) {

    /** Returns the stream of a name; throws {@link IllegalArgumentException} naming those there are. */
    public Stream stream(String name) {
        return streams.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The connector " + id + " has no stream '" + name
                        + "', only " + streams.stream().map(Stream::name).toList()));
    }

    /** Returns the same portal, reached another way; what the streams themselves say of theirs stays. */
    public Connector by(Transport other) {
        return new Connector(id, title, owner, other, streams, sinks, entrance, promise, window, hash);
    }

    @Override
    public String toString() {
        return id;
    }
}
