package in.sangam.sandbox;

import in.sangam.sandbox.home.SandboxDatabases;
import in.sangam.sandbox.home.SandboxFolder;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.ledger.Ledger;
import in.sangam.sandbox.shape.Shaping;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the ledger of a sandbox, whether it runs or not. */
@Command(
        name = "ledger",
        description = "Computes now what the portals hold, without the hub: records.csv, kpi.csv and faulty.csv.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class LedgerCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the sandbox.")
    private Path data;

    @Option(names = "--ledger-out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private Path ledgerOut;

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(data)) {
            throw new Refused("There is no sandbox in " + data + "; give the --data of a serve");
        }
        Optional<SandboxFolder> mine = SandboxFolder.take(data);
        if (mine.isEmpty()) {
            ask(SandboxFolder.read(data, ServeCommand.PROPERTIES));
            return 0;
        }
        try (SandboxFolder folder = mine.get();
                SandboxDatabases databases = SandboxDatabases.open(folder)) {
            Optional<String> asOf = databases.setting("as-of");
            if (asOf.isEmpty()) {
                throw new Refused("The sandbox in " + data + " was never filled; serve it once");
            }
            Tables tables = databases.tables();
            Shaping.see(tables);
            new Ledger(tables.portals()).write(ledgerOut);
        }
        return 0;
    }

    /** Asks the process that holds the folder. */
    private void ask(Properties running) throws IOException, InterruptedException {
        String url = running.getProperty("control.url");
        if (url == null) {
            throw new Refused("The sandbox in " + data + " is still starting; try again when "
                    + data.resolve(ServeCommand.PROPERTIES) + " is there");
        }
        Files.createDirectories(ledgerOut);
        HttpClient client = HttpClient.newHttpClient();
        for (String file : Ledger.FILES) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/ledger/" + file))
                    .header("Authorization", "Bearer " + running.getProperty("control.token"))
                    .build();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "The sandbox answered " + answer.statusCode() + " for " + file + "; see its log");
            }
            Files.write(ledgerOut.resolve(file), answer.body());
        }
    }
}
