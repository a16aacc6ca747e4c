package in.sangam.app.settle;

/** One sink settled: published = acknowledged + refused + pending. */
public record SinkLine(String sink, long published, long acknowledged, long refused, long pending) {

    boolean agrees() {
        return pending == 0;
    }
}
