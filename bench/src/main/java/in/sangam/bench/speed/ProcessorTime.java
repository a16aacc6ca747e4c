package in.sangam.bench.speed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of process trees since an instant: unlike a rate, it says much the same on a busy machine. A process that
 * ended between two looks counts with what it had at the last look.
 */
final class ProcessorTime {

    private final ProcessHandle[] roots;
    private final Map<Long, Duration> before = new HashMap<>();
    private final Map<Long, Duration> now = new HashMap<>();

    ProcessorTime(ProcessHandle... roots) {
        this.roots = roots.clone();
        look();
        before.putAll(now);
    }

    void look() {
        for (ProcessHandle root : roots) {
            note(root);
            root.descendants().forEach(this::note);
        }
    }

    double seconds() {
        look();
        return now.entrySet().stream()
                        .mapToLong(each -> each.getValue()
                                .minus(before.getOrDefault(each.getKey(), Duration.ZERO))
                                .toMillis())
                        .sum()
                / 1e3;
    }

    private void note(ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> now.put(process.pid(), time));
    }
}
