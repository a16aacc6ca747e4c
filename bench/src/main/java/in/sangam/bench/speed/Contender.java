package in.sangam.bench.speed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of those who are measured: how it is started on an empty folder, and how its database is read.
 *
 * @param name as it stands in the table
 * @param differs what it does otherwise than the hub, for the reader of the table
 * @param share of the records that it gets: the slow ones would take hours for all
 * @param database name of its database
 * @param progress query: rows received and stored, deltas not folded yet
 * @param stored query: number, version, status, registered, disposed (instants), due (day), place, service
 * @param cells query: measure, place, service, day, amount
 */
record Contender(
        String name,
        String differs,
        double share,
        String database,
        String progress,
        String stored,
        String cells,
        Start start) {

    /** What to run: a command, and its environment. */
    record Call(List<String> command, Map<String, String> environment) {}

    /** Says what to run for a portal and a data folder. */
    interface Start {
        Call on(BenchPortal portal, Path folder) throws Exception;
    }
}
