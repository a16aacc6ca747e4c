package in.sangam.routes.connect;

import in.sangam.core.config.ConfigException;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.error.ErrorTable;
import in.sangam.store.Audit;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code connectors.watch}: compares the folders with what is in force by the hash of their content, and swaps only what has
 * changed. A folder is taken when two looks found it the same, so that one that is still being written is left alone. One that is
 * not valid leaves the old one running, with an alarm; one that is gone is dropped. All of it is audited.
 */
public final class ConnectorWatch extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorWatch.class);
    private static final int LOOK_EVERY_MS = 1_000;
    private static final String HUB = "hub";
    private static final String GONE = "";

    private final Path folder;
    private final Settings settings;
    private final LiveConnectors live;
    private final ConnectorSwap swap;
    private final Audit audit;
    private final AtomicInteger invalid;
    private final Map<String, String> lastLook = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    public ConnectorWatch(
            Path folder,
            Settings settings,
            LiveConnectors live,
            ConnectorSwap swap,
            Audit audit,
            MeterRegistry meters) {
        this.folder = folder;
        this.settings = settings;
        this.live = live;
        this.swap = swap;
        this.audit = audit;
        this.invalid = Objects.requireNonNull(meters.gauge("hub.connectors.invalid", new AtomicInteger()));
    }

    // spotless:off
    @Override
    public void configure() {
        from("timer:connectors.watch?period=" + LOOK_EVERY_MS + "&includeMetadata=false&synchronous=true")
            .routeId("connectors.watch").routeConfigurationId(ErrorTable.TIMED)
            .process(exchange -> look(exchange.getContext()));
    }
    // spotless:on

    private synchronized void look(CamelContext context) {
        Map<String, Path> folders = Connectors.folders(folder, settings);
        Map<String, String> hashes = new HashMap<>();
        folders.forEach((id, path) -> hashes.put(id, Connectors.hash(path)));
        live.all().forEach(each -> hashes.putIfAbsent(each.id(), GONE));
        hashes.forEach((id, hash) -> {
            boolean settled = hash.equals(lastLook.put(id, hash));
            if (settled && !hash.equals(inForce(id))) {
                Path path = folders.get(id);
                String offered = offered(path, hash);
                if (!offered.equals(refused.get(id))) {
                    change(context, id, path, offered);
                }
            }
        });
        lastLook.keySet().retainAll(hashes.keySet());
        refused.entrySet().removeIf(each -> !each.getValue()
                .equals(offered(folders.get(each.getKey()), hashes.getOrDefault(each.getKey(), GONE))));
        invalid.set(refused.size());
    }

    /** A folder by its content and by the settings that it lacks: giving one makes another offer of it. */
    private String offered(@Nullable Path path, String hash) {
        return path == null ? GONE : hash + Connectors.unset(path, settings);
    }

    private String inForce(String id) {
        return live.find(id).map(Connector::hash).orElse(GONE);
    }

    private void change(CamelContext context, String id, @Nullable Path path, String offered) {
        refused.remove(id);
        String before = inForce(id);
        try {
            if (path == null) {
                swap.remove(context, id);
                noted("connector.remove", id, before, GONE);
                return;
            }
            swap.put(context, Connectors.read(path, settings));
            noted(before.equals(GONE) ? "connector.add" : "connector.change", id, before, inForce(id));
        } catch (ConfigException wrong) {
            refuse(id, offered, wrong.errors().get(0).toString());
        } catch (Exception e) {
            refuse(id, offered, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String id, String offered, String why) {
        refused.put(id, offered);
        LOG.error("ALARM the changed connector {} is not taken, the earlier one stays in force: {}", id, why);
        audit.note(HUB, "connector.refuse", id + " " + shortened(offered), why);
    }

    private void noted(String action, String id, String before, String after) {
        LOG.info("{} {}: {} → {}", action, id, shortened(before), shortened(after));
        audit.note(HUB, action, id, shortened(before) + " → " + shortened(after));
    }

    private static String shortened(String hash) {
        return hash.isEmpty() ? "none" : hash.substring(0, Math.min(12, hash.length()));
    }
}
