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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder that a portal drops its files into: which of them are whole, and where they go when they have been read. */
final class DropFolder {

    /** Where files go that have been taken whole. */
    static final String DONE = "done";

    /** Where files go that cannot be read. */
    static final String BAD = "bad";

    private static final String DONE_FILE = ".done";
    private static final String ASIDE = ".sangam-";
    private static final int SHORT_HASH = 12;
    private static final Pattern PUT_ASIDE = Pattern.compile("\\.sangam-[0-9a-f]{12}-(.+)");
    private static final Set<String> UNFINISHED = Set.of("part", "filepart", "tmp", "temp", "crdownload");

    /** A file as it lies there. */
    record Dropped(String name, long bytes, Instant modified) {

        /** Returns the name that its portal gave it, also when the hub has put it aside. */
        String called() {
            Matcher aside = PUT_ASIDE.matcher(name);
            return aside.matches() ? aside.group(1) : name;
        }

        private Dropped aside(String hash) {
            return new Dropped(ASIDE + shortened(hash) + "-" + called(), bytes, modified);
        }
    }

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
            if (files.matches(Path.of(each.called())) && !neverRead(each.called()) && whole(each, now)) {
                finished.add(each);
            }
        }
        looks = now;
        finished.sort(Comparator.comparing(Dropped::modified).thenComparing(Dropped::name));
        return finished;
    }

    /** Says where a file lies that cannot be read. */
    String whereBadFilesLie() {
        return transport.untouched() ? "stays where it lies" : "lies in " + BAD + "/";
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

    /**
     * Puts a file away; one of the same name that lies there already is kept beside it. Only the name says which file that is, and
     * its portal may have put another there since it was read: so it is put aside first, where nobody writes, and looked at again.
     * What is not the content that was read stays aside, and is read as the new file that it is. In a folder that is left untouched
     * nothing is done.
     */
    void putAway(Dropped file, String folder, String hash) throws IOException {
        if (transport.untouched()) {
            return;
        }
        Dropped aside = file.aside(hash);
        if (!aside.name().equals(file.name())) {
            if (place.holds(aside.name())) {
                return; // what was replaced before is to be read first; this one is known, and goes the next time
            }
            place.move(file.name(), aside.name());
        }
        if (!FileInHand.hash(this, aside).equals(hash)) {
            return;
        }
        String called = file.called();
        String target = folder + "/" + (place.holds(folder + "/" + called) ? shortened(hash) + "-" + called : called);
        place.move(aside.name(), target);
        if (place.holds(called)) {
            return; // what lies beside it belongs to a newer one
        }
        for (String beside : List.of(DONE_FILE, FileManifest.ENDING)) {
            if (place.holds(called + beside)) {
                place.move(called + beside, target + beside);
            }
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, SHORT_HASH);
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
            return place.holds(file.called() + DONE_FILE);
        }
        if (transport.untouched()) {
            // One look must do, and nothing is lost by a file that grows on: what is read is what lies there.
            return !wallClock.instant().isBefore(file.modified().plus(transport.settle()));
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
