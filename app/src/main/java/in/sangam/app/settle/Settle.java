package in.sangam.app.settle;

import in.sangam.core.AsOfClock;
import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.KpiEvaluator;
import in.sangam.routes.broker.BrokerControl;
import in.sangam.store.Outbox;
import in.sangam.store.read.MeasureReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** {@code --settle}: waits until a running hub is quiet and compares it with the ledger of its portals. */
public final class Settle {

    private final DataSource database;
    private final BrokerControl broker;
    private final HubConfig config;
    private final AsOfClock clock;
    private final Runnable publish;

    /**
     * Takes a running hub.
     *
     * @param publish publishes every KPI value once, so that what the last page changed goes out before the comparison
     */
    public Settle(DataSource database, BrokerControl broker, HubConfig config, AsOfClock clock, Runnable publish) {
        this.database = database;
        this.broker = broker;
        this.config = config;
        this.clock = clock;
        this.publish = publish;
    }

    /**
     * Waits until every stream was read to its end once and all of it is in the measures: then the pages are filled.
     *
     * @return what is still not well when patience ends; empty when filled
     */
    public List<String> awaitFilled(Collection<StreamName> streams, Duration patience, LongConsumer records)
            throws InterruptedException {
        Motion motion = new Motion(database, broker);
        Motion.Look look = motion.look();
        Instant lastMove = Instant.now();
        while (!look.isFilled(streams)) {
            if (lastMove.plus(patience).isBefore(Instant.now())) {
                return look.notWell().isEmpty() ? List.of("Some streams were not read to their end") : look.notWell();
            }
            Thread.sleep(700);
            Motion.Look next = motion.look();
            if (next.movedSince(look)) {
                lastMove = Instant.now();
            }
            look = next;
            records.accept(motion.records());
        }
        return List.of();
    }

    /**
     * Waits and compares.
     *
     * @param streams every stream that must come to rest
     * @param patience longest time without any progress
     * @param progress is told how many rows were taken so far
     * @throws IllegalStateException naming what is not quiet
     */
    public Settlement against(
            Ledger ledger, Collection<StreamName> streams, Duration patience, Consumer<String> progress)
            throws InterruptedException {
        Motion motion = new Motion(database, broker);
        Quiet quiet = new Quiet(streams, motion::look, patience);
        quiet.await(look -> progress.accept(look.taken() + " rows taken, " + look.waiting() + " pages waiting, "
                + look.pending() + " deliveries pending"));
        publish.run();
        new Quiet(List.of(), motion::look, patience).await(look -> {});
        progress.accept("quiet; comparing with the ledger");
        return new Settlement(
                new StreamComparison(ledger, new HubRecords(database)).lines(),
                new Outbox(database)
                        .counts().stream()
                                .map(c -> new SinkLine(
                                        c.sink(), c.published(), c.acknowledged(), c.refused(), c.pending()))
                                .toList(),
                new KpiComparison(ledger, config.kpis(), evaluator()).lines());
    }

    private KpiEvaluator evaluator() {
        return new KpiEvaluator(new LedgerMonths(
                new MeasureReader(database, config.places(), config.measures().shapes()), clock.today()));
    }
}
