package in.sangam.routes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Registers of births as HTTP portals of every kind serve them, one connector folder each. */
final class Registers {

    private final Manifests manifests;

    Registers(Path hub) {
        this.manifests = new Manifests(hub);
    }

    /** Declares a portal; {@code rest} are lines under {@code rest:}, {@code stream} lines of the stream. */
    Path declare(String portal, String rest, String stream) throws IOException {
        return manifests.declare(
                portal,
                "rest:\n  timeout: 2s\n" + rest.indent(2),
                stream.stripTrailing()
                        + "\nversion: changed\ncursor: {field: changed, from: 2026-01-01, lookback: 1h}");
    }

    static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(Registers::row).collect(Collectors.joining(","));
    }

    static String row(int no) {
        return ("{'no':'B/%d','district':'Patna','registered':'2026-10-01','status':'OPEN',"
                        + "'changed':'2026-10-02T10:%02d:%02d+05:30'}")
                .formatted(no, no / 60 % 60, no % 60)
                .replace('\'', '"');
    }

    static String xmlRows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(no -> ("<entry><no>B/%d</no><district>Patna</district><registered>2026-10-01</registered>"
                                + "<status>OPEN</status><changed>2026-10-02T10:%02d:%02d+05:30</changed></entry>")
                        .formatted(no, no / 60 % 60, no % 60))
                .collect(Collectors.joining());
    }
}
