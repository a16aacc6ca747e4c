package in.sangam.routes.poll;

import in.sangam.kit.Transport.FileDrop;
import in.sangam.kit.Transport.Finished;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
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
    record Dropped(Path path, String name, long bytes, FileTime modified) {}

    private record Look(long bytes, FileTime modified, Instant since) {}

    private final FileDrop transport;
    private final String files;
    private final Clock wallClock;
    private Map<String, Look> looks = new HashMap<>();

    DropFolder(FileDrop transport, String files, Clock wallClock) {
        this.transport = transport;
        this.files = files;
        this.wallClock = wallClock;
    }

    /** Returns the files that are written to their end, the oldest first. Links are not followed. */
    List<Dropped> finished() throws IOException {
        List<Dropped> finished = new ArrayList<>();
        Map<String, Look> now = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(transport.folder(), files)) {
            for (Path each : all) {
                String name = each.getFileName().toString();
                BasicFileAttributes attributes =
                        Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isRegularFile() || neverRead(name)) {
                    continue;
                }
                Dropped dropped = new Dropped(each, name, attributes.size(), attributes.lastModifiedTime());
                if (whole(dropped, now)) {
                    finished.add(dropped);
                }
            }
        }
        looks = now;
        finished.sort(Comparator.comparing(Dropped::modified).thenComparing(Dropped::name));
        return finished;
    }

    /** Puts a file away; one of the same name that lies there already is kept beside it. */
    void putAway(Dropped file, String place, String hash) throws IOException {
        Path folder = Files.createDirectories(transport.folder().resolve(place));
        Path target = folder.resolve(file.name());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = folder.resolve(hash.substring(0, 12) + "-" + file.name());
        }
        Files.move(file.path(), target, StandardCopyOption.REPLACE_EXISTING);
        for (String beside : List.of(DONE_FILE, FileManifest.ENDING)) {
            Path companion = transport.folder().resolve(file.name() + beside);
            if (Files.isRegularFile(companion, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(
                        companion, folder.resolve(target.getFileName() + beside), StandardCopyOption.REPLACE_EXISTING);
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

    private boolean whole(Dropped file, Map<String, Look> now) {
        if (transport.finished() == Finished.RENAMED) {
            return true;
        }
        if (transport.finished() == Finished.DONE_FILE) {
            return Files.isRegularFile(transport.folder().resolve(file.name() + DONE_FILE), LinkOption.NOFOLLOW_LINKS);
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
