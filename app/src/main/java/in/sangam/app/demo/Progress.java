package in.sangam.app.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells a waiting person how far it is: bars on a terminal, a plain line now and then elsewhere. Goes to standard error. */
public final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final PrintStream out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private Instant lastLine = Instant.EPOCH;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Says a step that begins or is done. */
    public void step(String what) {
        close();
        out.println(what);
        lastLine = Instant.EPOCH;
    }

    /** Says something of the step in hand, at most every few seconds when not on a terminal. */
    public void note(String what) {
        if (what.isBlank() || (!terminal && lastLine.plus(BETWEEN_LINES).isAfter(Instant.now()))) {
            return;
        }
        lastLine = Instant.now();
        out.println("  " + what.strip());
    }

    /** Shows how many of a total are done. */
    public void done(String what, long count, long total) {
        if (!terminal) {
            note(what + " " + count + " of " + total);
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .build();
            bar = shown;
        }
        shown.maxHint(Math.max(total, count));
        shown.stepTo(count);
    }

    @Override
    public void close() {
        ProgressBar shown = bar;
        bar = null;
        if (shown != null) {
            shown.close();
        }
    }
}
