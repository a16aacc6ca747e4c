package in.sangam.bench.speed;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which of the hub's promises is measured instead of the comparison; none by default. */
final class Mode {

    @ArgGroup(exclusive = false)
    private @Nullable Latency latency;

    @ArgGroup(exclusive = false)
    private @Nullable Outage outage;

    @Option(
            names = "--cases",
            paramLabel = "N",
            description = "Measure a store of so many cases: lookup, cost of a record, ranking, recount (say 50000000)")
    private @Nullable Long cases;

    @Option(
            names = "--drop",
            paramLabel = "ROWS",
            description = "Measure one long CSV file in a drop folder: rows a second, heap (say 1000000)")
    private @Nullable Integer drop;

    /** Flags of the latency. */
    static final class Latency {

        @SuppressWarnings("UnusedVariable") // for picocli alone: with the flag the group is there
        @Option(
                names = "--latency",
                required = true,
                description = "Measure portal change to KPI value at a steady rate")
        private boolean wanted;

        @Option(
                names = "--rate",
                defaultValue = "2500",
                description = "Rows a second: half of what the hub can (default: ${DEFAULT-VALUE})")
        private int rate;

        @Option(names = "--seconds", defaultValue = "60", description = "How long (default: ${DEFAULT-VALUE})")
        private int seconds;

        @Option(
                names = "--base",
                defaultValue = "300000",
                description = "Rows taken in before, which warm the hub (default: ${DEFAULT-VALUE})")
        private int base;
    }

    /** Flags of the outage. */
    static final class Outage {

        @SuppressWarnings("UnusedVariable") // as with --latency
        @Option(names = "--outage", required = true, description = "Measure how a hub that was away catches up")
        private boolean wanted;

        @Option(
                names = "--events",
                defaultValue = "5000000",
                description = "Events meanwhile (default: ${DEFAULT-VALUE})")
        private int events;

        @Option(
                names = "--before",
                defaultValue = "300000",
                description = "Rows taken in before (default: ${DEFAULT-VALUE})")
        private int before;
    }

    /** Returns what was found, null when no mode was asked for. */
    @Nullable
    Findings measured(Workplace place) throws Exception {
        if (latency != null) {
            return new LatencyMeasurement(latency.rate, latency.seconds, latency.base).in(place);
        }
        if (outage != null) {
            return new OutageMeasurement(outage.events, outage.before).in(place);
        }
        if (drop != null) {
            return new DropMeasurement(drop).in(place);
        }
        return cases == null ? null : new CasesMeasurement(cases).in(place);
    }
}
