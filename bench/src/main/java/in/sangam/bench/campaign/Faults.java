package in.sangam.bench.campaign;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of faults: a row is added in the class of its kind. */
final class Faults {

    /** Some that take little time; a kill at each seam is part of a test. */
    static final Set<String> SHORT_FORM =
            Set.of("hub, broker and database killed at once", "the receiving portal fails and loses answers");

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
