package in.sangam.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a backfill is: a bar on a terminal, else a line whenever something has changed for a while. */
final class BackfillProgress implements AutoCloseable {

    private static final long WHOLE = 1000;
    private static final long LINE_EVERY_NS = Duration.ofSeconds(5).toNanos();
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final @Nullable ProgressBar bar;
    private final long begunAt = System.nanoTime();
    private final long rowsBefore;
    private final double shareBefore;
    private long lineAt = System.nanoTime() - LINE_EVERY_NS;
    private String line = "";

    private BackfillProgress(PrintWriter out, @Nullable ProgressBar bar, JsonNode begun) {
        this.out = out;
        this.bar = bar;
        this.rowsBefore = begun.path("rows").asLong();
        this.shareBefore = begun.path("share").asDouble();
    }

    static BackfillProgress on(PrintWriter out, JsonNode begun) {
        String name = begun.path("portal").asText() + "." + begun.path("stream").asText();
        ProgressBar bar = System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(WHOLE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .hideEta()
                        .build();
        BackfillProgress progress = new BackfillProgress(out, bar, begun);
        out.println("Backfill " + begun.path("id").asLong() + " of " + name + ", from "
                + begun.path("at").asText() + " to " + begun.path("to").asText());
        out.flush();
        return progress;
    }

    void show(JsonNode now) {
        String said = said(now);
        if (bar != null) {
            bar.stepTo(Math.round(now.path("share").asDouble() * WHOLE));
            bar.setExtraMessage(said);
        } else if (!said.equals(line) && System.nanoTime() - lineAt >= LINE_EVERY_NS) {
            line = said;
            lineAt = System.nanoTime();
            out.println(said);
            out.flush();
        }
    }

    /** Prints the last line and returns the exit code. */
    int ended(JsonNode now) {
        close();
        String state = now.path("state").asText();
        out.println(
                switch (state) {
                    case "finished" ->
                        "Finished: " + now.path("rows").asLong() + " rows, "
                                + now.path("rejected").asLong() + " of them in quarantine; every page is stored.";
                    case "failed" ->
                        "Failed at " + now.path("at").asText() + ": "
                                + now.path("trouble").asText()
                                + ". When that is mended, the same command goes on from there.";
                    default -> "Stopped at " + now.path("at").asText() + "; the same command goes on from there.";
                });
        out.flush();
        return state.equals("finished") ? 0 : 1;
    }

    private String said(JsonNode now) {
        double seconds = Math.max(0.001, (System.nanoTime() - begunAt) / NANOS);
        long rows = now.path("rows").asLong();
        double share = now.path("share").asDouble();
        double gained = share - shareBefore;
        String trouble = now.path("trouble").asText("");
        return Math.round(share * 100) + " %, at " + now.path("at").asText() + ": " + rows + " rows, "
                + Math.round((rows - rowsBefore) / seconds) + " rows/s, "
                + now.path("rejected").asLong() + " rejected"
                + (gained > 0 && share < 1 ? ", about " + Math.round(seconds * (1 - share) / gained) + " s to go" : "")
                + (trouble.isEmpty() || trouble.equals("null") ? "" : "; waits: " + trouble);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
