package in.sangam.routes.poll;

import in.sangam.kit.Transport.FileDrop;
import in.sangam.kit.Transport.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The folder that a portal drops its files into: which of them are whole, and where they go when they have been read. */
final class DropFolder {

    /** Where files go that have been taken whole. */
    static final String DONE = "done";

    /** Where files go that cannot be read. */
    static final String BAD = "bad";

    private static final String DONE_FILE = ".done";
    private static final Set<String> UNFINISHED = Set.of("part", "filepart", "tmp", "temp", "crdownload");

    /** A file as it lies there. */
    record Dropped(String name, long bytes, Instant modified) {}

    private record Look(long bytes, Instant modified, Instant since) {}

    private final DropPlace place;
    private final FileDrop transport;
    private final PathMatcher files;
    private final Clock wallClock;
    private Map<String, Look> looks = new HashMap<>();

    DropFolder(DropPlace place, FileDrop transport, String files, Clock wallClock) {
        this.place = place;
        this.transport = transport;
        this.files = FileSystems.getDefault().getPathMatcher("glob:" + files);
        this.wallClock = wallClock;
    }

    /** Returns the files that are written to their end, the oldest first. */
    List<Dropped> finished() throws IOException {
        List<Dropped> finished = new ArrayList<>();
        Map<String, Look> now = new HashMap<>();
        for (Dropped each : place.files()) {
            if (files.matches(Path.of(each.name())) && !neverRead(each.name()) && whole(each, now)) {
                finished.add(each);
            }
        }
        looks = now;
        finished.sort(Comparator.comparing(Dropped::modified).thenComparing(Dropped::name));
        return finished;
    }

    InputStream open(String name) throws IOException {
        return place.open(name);
    }

    boolean holds(String name) throws IOException {
        return place.holds(name);
    }

    /** Lets go of what it holds open. */
    void close() {
        place.close();
    }

    /** Puts a file away; one of the same name that lies there already is kept beside it. */
    void putAway(Dropped file, String folder, String hash) throws IOException {
        String target =
                place.holds(folder + "/" + file.name()) ? hash.substring(0, 12) + "-" + file.name() : file.name();
        place.move(file.name(), folder, target);
        for (String beside : List.of(DONE_FILE, FileManifest.ENDING)) {
            if (place.holds(file.name() + beside)) {
                place.move(file.name() + beside, folder, target + beside);
            }
        }
    }

    private static boolean neverRead(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || UNFINISHED.contains(ending)
                || name.endsWith(DONE_FILE)
                || name.endsWith(FileManifest.ENDING);
    }

    private boolean whole(Dropped file, Map<String, Look> now) throws IOException {
        if (transport.finished() == Finished.RENAMED) {
            return true;
        }
        if (transport.finished() == Finished.DONE_FILE) {
            return place.holds(file.name() + DONE_FILE);
        }
        Look before = looks.get(file.name());
        Look look = before != null
                        && before.bytes() == file.bytes()
                        && before.modified().equals(file.modified())
                ? before
                : new Look(file.bytes(), file.modified(), wallClock.instant());
        now.put(file.name(), look);
        return !wallClock.instant().isBefore(look.since().plus(transport.settle()));
    }
}
