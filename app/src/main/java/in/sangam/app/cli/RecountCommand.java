package in.sangam.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariDataSource;
import in.sangam.app.data.DataFolder;
import in.sangam.app.data.HubDatabase;
import in.sangam.app.wiring.HubSettings;
import in.sangam.core.config.HubConfig;
import in.sangam.store.Recount;
import in.sangam.store.Redating;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub recount}: counts a stopped hub's records anew and compares them with its measures. */
@Command(
        name = "recount",
        description = {
            "Counts the records of a stopped hub anew and compares the result with its measures.",
            "With a database of your own (hub.datasource.url) the hubs may go on running.",
            "Exit code 0 when every cell agrees (or was put right by --repair), else 1."
        },
        mixinStandardHelpOptions = true)
final class RecountCommand implements Callable<Integer> {

    private static final int SHOWN = 50;
    private static final int CONNECTIONS = 4;

    @Mixin
    private HubFolders folders = new HubFolders();

    @Option(names = "--repair", description = "Put the measures right where they differ")
    private boolean repair;

    @Option(names = "--json", description = "Print the report as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        HubConfig config = HubConfig.load(folders.configFolder());
        HubSettings.Server external =
                HubLauncher.settings(folders.configFolder()).datasource();
        if (external.isExternal()) {
            // Counted in one snapshot: the hubs that work on this database need not stop.
            try (HikariDataSource database =
                    HubDatabase.pool(String.valueOf(external.url()), external.user(), external.secret(), CONNECTIONS)) {
                return recount(config, database);
            }
        }
        if (!Files.isDirectory(folders.dataFolder().resolve("postgres"))) {
            throw new IllegalStateException("No hub has kept records in "
                    + folders.dataFolder().toAbsolutePath().normalize() + "; name its folder with --data");
        }
        try (DataFolder folder = new DataFolder(folders.dataFolder()).open();
                HubDatabase server = new HubDatabase(folder);
                HikariDataSource database = server.pool(CONNECTIONS)) {
            return recount(config, database);
        }
    }

    private int recount(HubConfig config, HikariDataSource database) throws IOException {
        if (repair) {
            new Redating(database).run(config.hash(), config.rules()::redated, config.measures());
        }
        Recount recount = new Recount(database);
        Recount.Report report = repair ? recount.repair(config.measures()) : recount.compare(config.measures());
        print(report);
        return report.differences().isEmpty() || repair ? 0 : 1;
    }

    private void print(Recount.Report report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(report));
            out.flush();
            return;
        }
        out.println("records cells wrong");
        out.println(report.records() + " " + report.cells() + " "
                + report.differences().size());
        report.differences().stream()
                .limit(SHOWN)
                .forEach(cell -> out.println(cell.measure() + " " + cell.subject()
                        + " " + cell.service() + " " + cell.day() + ": live "
                        + cell.live().toPlainString() + ", recounted "
                        + cell.recounted().toPlainString()));
        out.flush();
    }
}
