package in.sangam.app.settle;

import java.util.List;

/** What came of comparing a hub with the ledger of its portals. */
public record Settlement(List<StreamLine> streams, List<SinkLine> sinks, List<KpiLine> kpis) {

    /** Returns whether nothing is missing, extra, pending or wrong, and something was compared at all. */
    public boolean agrees() {
        return comparedSomething()
                && streams.stream().allMatch(StreamLine::agrees)
                && sinks.stream().allMatch(SinkLine::agrees)
                && kpis.stream().allMatch(KpiLine::agrees);
    }

    /** A comparison with an empty ledger proves nothing. */
    public boolean comparedSomething() {
        return streams.stream().anyMatch(line -> line.source() > 0)
                && kpis.stream().anyMatch(line -> line.cells() > 0);
    }
}
