package in.sangam.routes.poll;

import in.sangam.kit.Source.FileSource;
import in.sangam.kit.Transport.FileDrop;
import in.sangam.kit.edge.UnreadablePage;
import in.sangam.kit.edge.UnreadablePage.Cause;
import in.sangam.routes.poll.DropFolder.Dropped;
import in.sangam.store.DroppedFiles;
import in.sangam.store.DroppedFiles.Progress;
import in.sangam.store.DroppedFiles.Refused;
import in.sangam.store.UnreadablePages;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of a stream in hand, one after the other. Each is read through before anything of it is taken: one that cannot be
 * read to its end, or is not what its manifest says, is put into {@code bad/} whole. A file that was taken before, by its content,
 * only goes to {@code done/}. One poll of a stream runs at a time, so there is never more than one file in hand.
 */
final class FileDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);

    private final PolledStream polled;
    private final FileDrop transport;
    private final FileSource source;
    private final DropFolder folder;
    private final DroppedFiles files;
    private final UnreadablePages unreadable;
    private @Nullable Poll poll;
    private Iterator<Dropped> waiting = List.<Dropped>of().iterator();
    private @Nullable FileInHand inHand;

    FileDesk(
            PolledStream polled,
            FileDrop transport,
            FileSource source,
            DropFolder folder,
            DroppedFiles files,
            UnreadablePages unreadable) {
        this.polled = polled;
        this.transport = transport;
        this.source = source;
        this.folder = folder;
        this.files = files;
        this.unreadable = unreadable;
    }

    /** Returns the file that a poll reads now, null when there is no more. */
    @Nullable
    FileInHand now(Poll current) throws IOException {
        if (poll != current) {
            drop();
            poll = current;
            waiting = folder.finished().iterator();
        }
        while (inHand == null && waiting.hasNext()) {
            inHand = opened(waiting.next());
        }
        if (inHand == null) {
            folder.close();
        }
        return inHand;
    }

    /** Notes that what was read of the file in hand is safely on the broker; puts it away at its end. */
    boolean advance() throws IOException {
        FileInHand file = inHand;
        if (file == null) {
            return true;
        }
        boolean ours = file.read() == file.taken()
                || files.advance(portal(), stream(), file.hash(), file.taken(), file.read());
        file.allTaken();
        if (ours && file.ended()) {
            drop();
            files.taken(portal(), stream(), file.hash(), file.file().called());
            folder.putAway(file.file(), DropFolder.DONE, file.hash());
            LOG.info("{}: a file of {} rows is taken whole ({})", polled, file.read(), file.hash());
        }
        return ours;
    }

    /** Throws {@link PollFailed} as long as a refused file is neither replaced nor skipped by a person. */
    void standStillForRefused() {
        for (Refused each : files.refused(portal(), stream())) {
            if (unreadable.isSkipped(portal(), stream(), each.contentHash())) {
                files.skipped(portal(), stream(), each.contentHash());
            } else {
                throw new PollFailed(
                        PollFailed.Code.FILE_REFUSED,
                        "The file " + each.name() + " could not be read and " + folder.whereBadFilesLie()
                                + ": have it sent anew under the same name, or skip it with a reason",
                        null);
            }
        }
    }

    private @Nullable FileInHand opened(Dropped file) throws IOException {
        String hash = FileInHand.hash(folder, file);
        Progress progress = files.seen(portal(), stream(), hash, file.called());
        if (!progress.reading()) {
            boolean taken = progress.state().equals("taken");
            if (taken) {
                files.taken(portal(), stream(), hash, file.called());
            }
            folder.putAway(file, taken ? DropFolder.DONE : DropFolder.BAD, hash);
            return null;
        }
        try {
            if (file.bytes() > transport.largest()) {
                throw new UnreadablePage(
                        Cause.TOO_LARGE, hash, file.called() + " is larger than largest: in the connector allows");
            }
            if (progress.rows() == 0) {
                inspect(file, hash);
            }
            return FileInHand.open(folder, file, source, hash, transport.largestUnpacked(), progress.rows());
        } catch (UnreadablePage bad) {
            if (bad.code() != Cause.CHANGED_WHILE_READ) {
                refuse(file, hash, bad);
            }
            return null;
        }
    }

    private void inspect(Dropped file, String hash) throws IOException, UnreadablePage {
        FileManifest manifest = FileManifest.of(folder, file, hash);
        try (FileInHand whole = FileInHand.open(folder, file, source, hash, transport.largestUnpacked(), 0)) {
            manifest.check(file, hash, whole.count());
        }
    }

    private void refuse(Dropped file, String hash, UnreadablePage bad) throws IOException {
        files.refused(portal(), stream(), hash);
        unreadable.seen(portal(), stream(), hash, bad.code().name(), String.valueOf(bad.getMessage()));
        folder.putAway(file, DropFolder.BAD, hash);
        LOG.error(
                "ALARM {}: a dropped file cannot be read ({}, content {}): {}",
                polled,
                bad.code(),
                hash,
                bad.getMessage());
    }

    /** Lets go of the file in hand and of its place; the next poll looks anew. */
    @Override
    public void close() throws IOException {
        poll = null;
        drop();
        folder.close();
    }

    private void drop() throws IOException {
        FileInHand file = inHand;
        inHand = null;
        if (file != null) {
            file.close();
        }
    }

    private String portal() {
        return polled.portal();
    }

    private String stream() {
        return polled.stream().name();
    }
}
