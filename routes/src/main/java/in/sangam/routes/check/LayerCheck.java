package in.sangam.routes.check;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Connector;
import in.sangam.kit.Secret;
import in.sangam.kit.Settings;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.pace.Pace;
import in.sangam.routes.poll.SingleAsk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The check of a portal whatever its transport: first its address, then one answer of each stream, within the portal's rate; last the
 * entrance of its deliveries, where no stream asks there.
 */
public final class LayerCheck implements PortalCheck {

    private final AsOfClock asOf;
    private final Function<String, Pace> paces;

    /** @param paces the pace at which a portal may be called, by its name */
    public LayerCheck(AsOfClock asOf, Function<String, Pace> paces) {
        this.asOf = asOf;
        this.paces = paces;
    }

    @Override
    public List<Finding> check(Connector connector) {
        List<Finding> findings = new ArrayList<>(connector.streams().isEmpty() ? List.of() : streams(connector));
        EntranceCheck.of(connector).ifPresent(entrance -> findings.addAll(entrance(connector, entrance)));
        return findings;
    }

    private static List<Finding> entrance(Connector connector, EntranceCheck entrance) {
        Optional<Finding> unset = unset(Objects.requireNonNull(connector.entrance()));
        return unset.isPresent() ? List.of(unset.get()) : entrance.run();
    }

    private List<Finding> streams(Connector connector) {
        if (connector.transport() instanceof Transport.FileDrop drop && drop.server() == null) {
            return List.of(folder(connector, drop.folder()));
        }
        Optional<Finding> unset = unset(connector.transport());
        if (unset.isPresent()) {
            return List.of(unset.get());
        }
        if (connector.transport() instanceof Transport.Push) {
            return List.of(pushed(connector));
        }
        Optional<PortalAddress> address = PortalAddress.of(connector.transport());
        List<Finding> findings = new ArrayList<>();
        address.ifPresent(at -> findings.addAll(
                new WireCheck(connector.id(), at, connector.transport().timeout()).run()));
        if (findings.stream().allMatch(Finding::good)) {
            for (Stream stream : connector.streams()) {
                SingleAsk ask = new SingleAsk(connector, stream, asOf, paces.apply(connector.id()));
                findings.addAll(new StreamCheck(connector, stream, ask.answer()).run());
            }
        }
        return findings;
    }

    /** Returns what is found of a setting without a value. */
    public static Finding unset(String setting) {
        return new Finding(
                Layer.SETTING,
                null,
                false,
                Duration.ZERO,
                "The setting '" + setting + "' has no value: give it under portals: in application.yaml,"
                        + " in the portals' properties file or in the environment");
    }

    private static Optional<Finding> unset(Transport transport) {
        for (Secret each : transport.auth().secrets()) {
            try {
                each.reveal();
            } catch (Settings.Unset unset) {
                return Optional.of(unset(unset.name()));
            }
        }
        return Optional.empty();
    }

    private static Finding pushed(Connector connector) {
        String addresses = String.join(
                " and ",
                connector.streams().stream()
                        .map(each -> "/push/" + each.portal() + "/" + each.name())
                        .toList());
        return new Finding(
                Layer.SETTING,
                null,
                true,
                Duration.ZERO,
                "The secret of " + connector + " is set; the portal calls the hub at " + addresses
                        + ", and only its calls can show the rest");
    }

    private static Finding folder(Connector connector, Path folder) {
        String wrong = !Files.isDirectory(folder)
                ? "is no folder: make it, or correct the url of "
                : !Files.isReadable(folder)
                        ? "cannot be read by the hub: let its user read it, for "
                        : !Files.isWritable(folder)
                                ? "cannot be written by the hub, which puts files it has read into done/ there: let"
                                        + " its user write, for "
                                : "";
        return new Finding(
                Layer.CONTRACT,
                null,
                wrong.isEmpty(),
                Duration.ZERO,
                wrong.isEmpty() ? "The drop folder of " + connector + " is there" : folder + " " + wrong + connector);
    }
}
