package in.sangam.app.settle;

import java.util.Comparator;

/** A stream of a portal, as ledger and hub both name it. */
public record StreamName(String portal, String stream) implements Comparable<StreamName> {

    private static final Comparator<StreamName> ORDER =
            Comparator.comparing(StreamName::portal).thenComparing(StreamName::stream);

    @Override
    public int compareTo(StreamName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return portal + " " + stream;
    }
}
