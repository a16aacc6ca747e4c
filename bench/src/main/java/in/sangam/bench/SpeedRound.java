package in.sangam.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One round: an empty hub takes in all that the portals have. It is over when the last delta is folded. */
final class SpeedRound {

    /**
     * What one round measured.
     *
     * @param received rows received from the portals
     * @param seconds from the first page fetched to the last page committed
     * @param residentMebibytes of the hub with its broker, at the end
     * @param right whether every record of the portals' ledger is in the store, and the recount agrees
     */
    record Result(long received, double seconds, long residentMebibytes, boolean right) {

        double perSecond() {
            return received / seconds;
        }
    }

    private final Product product;
    private final SandboxPortals portals;
    private final String asOf;

    SpeedRound(Product product, SandboxPortals portals, String asOf) {
        this.product = product;
        this.portals = portals;
        this.asOf = asOf;
    }

    Result run(Path data) throws Exception {
        long expected = portals.ledger("records.csv").size();
        Path output = data.resolveSibling(data.getFileName() + ".out");
        HubStore.Content content;
        long memory;
        try (Child hub = product.hub(
                "hub",
                output,
                Map.of(),
                List.of(
                        "run",
                        "--port",
                        "0",
                        "--as-of",
                        asOf,
                        "--data",
                        data.toString(),
                        "--portals",
                        portals.propertiesFile().toString()))) {
            content = loaded(hub, data, expected);
            memory = hub.residentMebibytes();
        }
        Child recount = product.hub("recount", output, Map.of(), List.of("recount", "--data", data.toString()));
        boolean agrees = recount.exitCode(Duration.ofMinutes(5)) == 0;
        return new Result(content.received(), content.seconds(), memory, agrees && content.records() == expected);
    }

    private static HubStore.Content loaded(Child hub, Path data, long expected) throws Exception {
        Await.until(Duration.ofMinutes(2), "the hub's database", () -> {
            if (!hub.isAlive()) {
                throw new IllegalStateException("The hub ended:\n" + hub.tail());
            }
            return schemaIsThere(data);
        });
        try (HubStore store = new HubStore(data)) {
            Await.until(Duration.ofMinutes(15), "all records", () -> {
                HubStore.Content now = store.content();
                return now.records() >= expected && now.unfolded() == 0;
            });
            return store.content();
        }
    }

    private static boolean schemaIsThere(Path data) {
        try (HubStore store = new HubStore(data)) {
            return store.content() != null;
        } catch (Exception notYet) {
            return false;
        }
    }
}
