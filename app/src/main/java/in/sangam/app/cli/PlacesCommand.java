package in.sangam.app.cli;

import in.sangam.core.config.HubConfig;
import in.sangam.core.place.PlaceTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub places}: resolves names of places as the normaliser does, without a server. */
@Command(
        name = "places",
        description = {
            "Resolves names of places as the normaliser does, without a server.",
            "Reads CSV with name,level,within from standard input and writes it with code,confidence,decision added.",
            "Levels: division district subdivision block circle ulb. Decisions: exact alias key fuzzy ask."
        },
        mixinStandardHelpOptions = true)
final class PlacesCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "DIR", description = "Folder with places/")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException {
        Path folder = config != null ? config : HubOptions.home().resolve("config");
        PlaceTable table = new PlaceTable(HubConfig.load(folder).places().names());
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        table.resolve(new InputStreamReader(System.in, StandardCharsets.UTF_8), out);
        out.flush();
        return 0;
    }
}
