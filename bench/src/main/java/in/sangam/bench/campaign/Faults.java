package in.sangam.bench.campaign;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of faults: a row is added in the class of its kind. */
final class Faults {

    /** One or two of each kind, those that take little time. */
    static final Set<String> SHORT_FORM = Set.of(
            "hub, broker and database killed at once",
            "connection to the database cut at 5 commits",
            "disk of the journal full",
            "portals answer garbage",
            "the receiving portal fails and loses answers",
            "a page comes 100 times",
            "what is no page lies among the pages",
            "first of two hubs killed");

    private Faults() {}

    static List<Fault> all() {
        return Stream.of(
                        ProcessFaults.rows(),
                        NetworkFaults.rows(),
                        DatabaseFaults.rows(),
                        DiskFaults.rows(),
                        PortalFaults.rows(),
                        MessageFaults.rows(),
                        NodeFaults.rows(),
                        RestoreFaults.rows())
                .flatMap(List::stream)
                .toList();
    }
}
