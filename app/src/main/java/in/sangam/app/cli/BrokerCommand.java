package in.sangam.app.cli;

import in.sangam.app.data.DataFolder;
import in.sangam.app.data.Passwords;
import in.sangam.app.data.SecretFile;
import in.sangam.app.wiring.HubSettings;
import in.sangam.routes.broker.BrokerAccount;
import in.sangam.routes.broker.BrokerSettings;
import in.sangam.routes.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub broker}: runs the hub's broker alone, for hubs that name it as {@code hub.broker.url}. */
@Command(
        name = "broker",
        description = {
            "Runs the hub's broker alone, with its queues, dead letters and roles, for hubs that name it as hub.broker.url.",
            "It ends with 1 when its disk fails, so that whatever supervises it starts it again."
        },
        mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {

    private static final long LOOK_MS = 500;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the journal (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--address", description = "Address to listen on (default: ${DEFAULT-VALUE})")
    private String address = "127.0.0.1";

    @Option(names = "--port", description = "TCP port (default: ${DEFAULT-VALUE})")
    private int port = 61616;

    @Option(names = "--user", description = "Whom hubs log in as (default: ${DEFAULT-VALUE})")
    private String user = HubSettings.Server.USUAL_USER;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds their password (default: one is generated into broker.password of the folder)")
    private @Nullable Path passwordFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (DataFolder folder = new DataFolder(data).open();
                EmbeddedBroker broker = EmbeddedBroker.start(settings(folder))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopInOrder(stop, stopped), "broker-stop"));
            spec.commandLine()
                    .getOut()
                    .println("The broker serves on tcp://" + address + ":" + port + "; hubs log in as " + user
                            + " with the password in " + passwordFile(folder));
            while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (!broker.isRunning()) {
                    spec.commandLine().getErr().println("The broker has stopped by itself; see its log and its disk");
                    return 1;
                }
            }
            return 0;
        } finally {
            stopped.countDown();
        }
    }

    private BrokerSettings settings(DataFolder folder) {
        String password = new HubSettings.Server(null, user, null, passwordFile(folder)).secret();
        return BrokerSettings.of(
                        folder.file("broker"),
                        new BrokerAccount(user, password),
                        new BrokerAccount("viewer", Passwords.key()))
                .withRedelivery(BrokerSettings.MOST_DELIVERIES, Duration.ofSeconds(1))
                .listeningOn(address, port);
    }

    private Path passwordFile(DataFolder folder) {
        if (passwordFile != null) {
            return passwordFile;
        }
        Path own = folder.file("broker.password");
        SecretFile.makeOnce(own, Passwords::key);
        return own;
    }

    private static void stopInOrder(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
