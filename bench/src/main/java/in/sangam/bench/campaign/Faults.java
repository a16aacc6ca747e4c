package in.sangam.bench.campaign;

import java.util.List;
import java.util.stream.Stream;

/** The table of faults: a row is added in the class of its kind. */
final class Faults {

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
