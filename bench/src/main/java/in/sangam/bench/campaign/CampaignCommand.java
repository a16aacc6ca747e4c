package in.sangam.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub campaign}: kills the hub at random and at each seam while it loads, starts it again, and settles in the end. */
@Command(
        name = "campaign",
        description = "Kills a loading hub again and again, then proves that nothing was lost or doubled.",
        mixinStandardHelpOptions = true)
final class CampaignCommand implements Callable<Integer> {

    @Option(names = "--kills", description = "How many kills (default: ${DEFAULT-VALUE})")
    private int kills = 10;

    @Option(names = "--seed", description = "Seed of the random instants, to repeat a run (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--scale", description = "Size of the portals, 1 for all of the demo (default: ${DEFAULT-VALUE})")
    private double scale = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("sangam-campaign-");
        KillCampaign campaign = new KillCampaign(Product.here(), folder, scale, seed);
        List<KillCampaign.Kill> done = new ArrayList<>();
        out.printf("%-4s %-24s %-10s %s%n", "no.", "killed", "after", "outcome");
        for (int i = 0; i < kills; i++) {
            KillCampaign.Kill kill = campaign.kill(i);
            done.add(kill);
            out.printf(
                    Locale.ROOT,
                    "%-4d %-24s %7.1f s  %s%n",
                    i + 1,
                    kill.where(),
                    kill.seconds(),
                    kill.happened() ? "killed" : "NOT KILLED: the seam was not reached");
            out.flush();
        }
        int settled = campaign.settle(out);
        boolean all = done.stream().allMatch(KillCampaign.Kill::happened);
        out.printf("seed %d: %d kills, settle %s%n", seed, done.size(), settled == 0 ? "agrees" : "FAILED");
        out.flush();
        if (settled == 0 && all) {
            Folders.delete(folder);
            return 0;
        }
        out.println("Kept to look at: " + folder);
        return 1;
    }
}
