package in.sangam.routes;

import in.sangam.core.AsOfClock;
import in.sangam.core.record.Version;
import in.sangam.kit.Connector;
import in.sangam.kit.Cursor;
import in.sangam.kit.Stream;
import in.sangam.routes.connect.LiveConnectors;
import in.sangam.store.Audit;
import in.sangam.store.Backfill;
import in.sangam.store.Backfills;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What an admin may do with backfills; the routes do what stands in the database. Everything done is audited. */
public final class BackfillControl {

    /** A window that cannot be read again: which of the given words is wrong, and why. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String parameter;

        Refused(String parameter, String sentence) {
            super(sentence);
            this.parameter = parameter;
        }

        /** Returns {@code portal}, {@code stream}, {@code from} or {@code to}. */
        public String parameter() {
            return parameter;
        }

        /** Returns what is wrong with it, in one sentence. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private final LiveConnectors connectors;
    private final Backfills backfills;
    private final Audit audit;
    private final AsOfClock asOf;

    public BackfillControl(LiveConnectors connectors, DataSource database, Audit audit, AsOfClock asOf) {
        this.connectors = connectors;
        this.backfills = new Backfills(database);
        this.audit = audit;
        this.asOf = asOf;
    }

    /**
     * Begins a backfill, or lets one of the same window go on.
     *
     * @param stream null where the connector has one stream with a cursor only
     * @param from a cursor of the stream or, of moments, a day in Asia/Kolkata
     * @param to the same; a day belongs to the window whole
     */
    public Backfill begin(String who, String portal, @Nullable String stream, String from, String to) {
        return begin(who, portal, stream, from, to, false);
    }

    /** The same; when {@code listing}, the keys that the portal lists are kept, to be compared with what the hub holds. */
    public Backfill begin(String who, String portal, @Nullable String stream, String from, String to, boolean listing) {
        Connector connector = connectors
                .find(portal)
                .orElseThrow(() -> new Refused(
                        "portal",
                        "No portal '" + portal + "' is connected. Connected are "
                                + connectors.all().stream().map(Connector::id).toList() + "."));
        Stream of = stream(connector, stream);
        Cursor cursor = of.cursor();
        if (cursor == null) {
            throw new Refused(
                    "stream",
                    of
                            + " has no cursor, so that no window of it can be asked for: each poll reads all that the portal has.");
        }
        String first = cursor.read(from, asOf.now());
        if (first == null) {
            throw new Refused(
                    "from",
                    "'" + from + "' is no cursor of " + of + ", such as " + cursor.from() + ", or lies in the future.");
        }
        String last = cursor.end(to);
        if (last == null || cursor.compare(first, last) > 0) {
            throw new Refused(
                    "to",
                    "'" + to + "' is no cursor of " + of + ", such as " + cursor.from() + ", or lies before from.");
        }
        Backfill begun = backfills.begin(
                portal, of.name(), first, last, who, listing, listing ? versions(of, cursor, first, last) : null);
        if (!begun.from().equals(first) || !begun.to().equals(last)) {
            throw new Refused(
                    "from",
                    "Backfill " + begun.id() + " of " + of + " from " + begun.from() + " to " + begun.to()
                            + " is not finished (" + begun.state() + " at " + begun.at()
                            + "): let it end first, by the same command with its own window.");
        }
        audit.note(who, "backfill.begin", begun.id() + " " + of, first + " → " + last + ", from " + begun.at());
        return begun;
    }

    private static Backfill.@Nullable Versions versions(Stream of, Cursor cursor, String first, String last) {
        return cursor.field().equals(of.version())
                ? new Backfill.Versions(
                        Version.of(first).order(), Version.of(last).order())
                : null;
    }

    /** Stops a backfill where it is; empty when there is none of this id. */
    public Optional<Backfill> pause(String who, long id) {
        Optional<Backfill> paused = backfills.pause(id);
        paused.ifPresent(each ->
                audit.note(who, "backfill.pause", id + " " + each.portal() + "." + each.stream(), "at " + each.at()));
        return paused;
    }

    /** Returns one of them as it stands. */
    public Optional<Backfill> find(long id) {
        return backfills.find(id);
    }

    /** Returns the latest, the newest first. */
    public List<Backfill> latest() {
        return backfills.latest();
    }

    /** Returns how much of its window is read, from 0 to 1; 0 when its connector is there no longer. */
    public double share(Backfill of) {
        if (of.state().equals("finished")) {
            return 1;
        }
        return connectors.find(of.portal()).stream()
                .flatMap(connector -> connector.streams().stream())
                .filter(stream -> stream.name().equals(of.stream()))
                .map(Stream::cursor)
                .filter(cursor -> cursor != null)
                .findFirst()
                .map(cursor -> cursor.share(of.from(), of.to(), of.at()))
                .orElse(0.0);
    }

    private static Stream stream(Connector connector, @Nullable String name) {
        List<Stream> named = connector.streams().stream()
                .filter(each ->
                        name == null ? each.cursor() != null : each.name().equals(name))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        List<String> all = connector.streams().stream().map(Stream::name).toList();
        throw new Refused(
                "stream",
                name == null
                        ? named.isEmpty()
                                ? "No stream of " + connector + " has a cursor, so that no window can be asked for."
                                : "Say which stream of " + connector + ": one of " + all + "."
                        : connector + " has no stream '" + name + "', only " + all + ".");
    }
}
