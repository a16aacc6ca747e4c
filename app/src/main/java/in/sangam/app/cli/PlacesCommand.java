package in.sangam.app.cli;

import in.sangam.core.config.ConfigException;
import in.sangam.core.config.HubConfig;
import in.sangam.core.place.DepartmentTrees;
import in.sangam.core.place.Level;
import in.sangam.core.place.PlaceLoad;
import in.sangam.core.place.PlaceTable;
import in.sangam.core.place.TreeLoad;
import in.sangam.core.place.TreeTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub places}: resolves names of places as the normaliser does, without a server. */
@Command(
        name = "places",
        description = {
            "Resolves names of places as the normaliser does, without a server.",
            "Reads CSV with name,level,within from standard input and writes it with code,confidence,decision added.",
            "Levels: division district subdivision block circle ulb. Decisions: exact alias key fuzzy ask.",
            "A row that is wrong in itself is told with its line and comes out as ask; the exit code is then 1.",
            "With --load FILE --level LEVEL it takes an operator's file of places into config/places instead, whole or not at all:",
            "panchayat zone ward office lsk, or further columns of block and others. A running hub takes them at its next start.",
            "With --load FILE --tree TREE it takes a department's own tree of units in; with --tree TREE alone it lists the units,",
            "and names are resolved among them where the level is written TREE/LEVEL, e.g. police/district."
        },
        mixinStandardHelpOptions = true)
final class PlacesCommand implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "DIR", description = "Folder with places/")
    private @Nullable Path config;

    @Option(names = "--load", paramLabel = "FILE", description = "CSV code,name_en,name_hi,parent[,from,to] to take in")
    private @Nullable Path load;

    @Option(names = "--level", paramLabel = "LEVEL", description = "Level of the places in FILE")
    private @Nullable String level;

    @Option(names = "--tree", paramLabel = "TREE", description = "Department whose units are in FILE, or are listed")
    private @Nullable String tree;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path folder = config != null ? config : HubOptions.home().resolve("config");
        if (tree != null && load == null && level == null) {
            return list(HubConfig.load(folder).places().trees(), tree);
        }
        if (load != null || level != null) {
            return takeIn(folder.resolve("places"));
        }
        PlaceTable table = new PlaceTable(HubConfig.load(folder).places());
        PrintWriter errors = spec.commandLine().getErr();
        AtomicInteger faults = new AtomicInteger();
        Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        try {
            table.resolve(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()), out, fault -> {
                faults.incrementAndGet();
                errors.println(fault);
            });
        } catch (IllegalArgumentException e) {
            faults.incrementAndGet();
            errors.println(e.getMessage());
        }
        out.flush();
        errors.flush();
        return faults.get() == 0 ? 0 : 1;
    }

    private int list(DepartmentTrees trees, String tree) throws IOException {
        if (!trees.names().contains(tree)) {
            spec.commandLine()
                    .getErr()
                    .println("There is no tree '" + tree + "'; config/places/trees has "
                            + (trees.names().isEmpty() ? "none" : String.join(" ", trees.names())));
            return 2;
        }
        Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        new TreeTable(trees).write(tree, out);
        out.flush();
        return 0;
    }

    private int takeIn(Path places) throws IOException {
        Path file = load;
        String into = tree;
        Level of = level == null ? null : Level.of(level).orElse(null);
        if (file != null && into != null && level == null) {
            return told(() -> "There are " + TreeLoad.take(places, into, file) + " units in the tree " + into + " now");
        }
        if (file != null && into == null && of != null && of != Level.STATE) {
            return told(
                    () -> "There are " + PlaceLoad.take(places, of, file) + " places of level " + of.word() + " now");
        }
        spec.commandLine()
                .getErr()
                .println("--load FILE goes with --tree TREE or with --level; a level is one of "
                        + Level.ADMINISTRATIVE.stream()
                                .filter(each -> each != Level.STATE)
                                .map(Level::word)
                                .collect(Collectors.joining(" ")));
        return 2;
    }

    /** Takes a file in and says what there is then. */
    @FunctionalInterface
    private interface Taking {
        String take() throws IOException;
    }

    private int told(Taking taking) throws IOException {
        try {
            spec.commandLine().getOut().println(taking.take());
            return 0;
        } catch (ConfigException e) {
            e.errors().forEach(error -> spec.commandLine().getErr().println(error));
            return 1;
        }
    }
}
