package in.sangam.app.wiring;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigException;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that operators and departments edit, read as a whole: whoever mends one error is told of the others too.
 *
 * @param leftOut folders of portals that are not connected
 */
record OperatorsFiles(HubConfig config, List<Connector> connectors, List<Connector> leftOut) {

    /** Reads both folders; throws {@link ConfigException} with all that is wrong in them. */
    static OperatorsFiles read(HubSettings settings, Settings portals) {
        ConfigErrors errors = new ConfigErrors();
        HubConfig config = gather(errors, () -> HubConfig.load(settings.config()));
        List<Connector> connectors = gather(errors, () -> Connectors.load(settings.connectors(), portals));
        List<Connector> leftOut = gather(errors, () -> Connectors.leftOut(settings.connectors(), portals));
        errors.throwIfAny();
        return new OperatorsFiles(
                Objects.requireNonNull(config), Objects.requireNonNull(connectors), Objects.requireNonNull(leftOut));
    }

    private static <T> @Nullable T gather(ConfigErrors errors, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ConfigException e) {
            e.errors().forEach(errors::add);
            return null;
        }
    }
}
