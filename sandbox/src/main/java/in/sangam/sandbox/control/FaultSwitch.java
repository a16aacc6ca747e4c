package in.sangam.sandbox.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The faults that one portal has switched on. A fault that was asked for n times is off after the n-th. */
public final class FaultSwitch {

    private final Map<Fault, Setting> on = new EnumMap<>(Fault.class);
    private final List<FaultyRow> rows = new ArrayList<>();
    private volatile Runnable whenSet = () -> {};

    /**
     * One switched-on fault.
     *
     * @param times how often it will still show; negative until it is cleared
     * @param seconds {@code Retry-After} of a 429, or the wait of a slow answer
     */
    public record Setting(Fault fault, int times, OptionalInt seconds) {}

    /** A row that is served after the good rows of the last page, until it is cleared. */
    public record FaultyRow(Fault fault, String sourceId) {}

    void set(Setting setting) {
        synchronized (this) {
            on.put(setting.fault(), setting);
        }
        whenSet.run();
    }

    /** Runs something each time a fault has been switched on. */
    public void onSet(Runnable action) {
        whenSet = action;
    }

    synchronized void add(FaultyRow row) {
        rows.add(row);
    }

    synchronized void clear() {
        on.clear();
        rows.clear();
    }

    synchronized List<Setting> all() {
        return new ArrayList<>(on.values());
    }

    /** Returns the rows to serve after the good ones. */
    public synchronized List<FaultyRow> rows() {
        return List.copyOf(rows);
    }

    /** Returns whether the fault is on, and uses it once if so. */
    public boolean take(Fault fault) {
        return takeSetting(fault) != null;
    }

    /** As {@link #take}, and returns the seconds of the switch, or the usual ones; -1 when the fault is off. */
    public int takeSeconds(Fault fault, int usual) {
        Setting setting = takeSetting(fault);
        return setting == null ? -1 : setting.seconds().orElse(usual);
    }

    private synchronized @Nullable Setting takeSetting(Fault fault) {
        Setting setting = on.get(fault);
        if (setting == null) {
            return null;
        }
        if (setting.times() == 1) {
            on.remove(fault);
        } else if (setting.times() > 1) {
            on.put(fault, new Setting(fault, setting.times() - 1, setting.seconds()));
        }
        return setting;
    }
}
