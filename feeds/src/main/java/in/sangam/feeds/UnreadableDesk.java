package in.sangam.feeds;

import in.sangam.store.PageVault;
import in.sangam.store.read.UnreadableReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person may do with an answer of a portal that could not be read; both are audited with who and why. */
public interface UnreadableDesk {

    /** Opens its bytes as they came, with what is personal in them; empty when they are not, or no longer, kept. */
    Optional<PageVault.Opened> open(UnreadableReader.Entry page, String who, String why);

    /**
     * Lets the stream go on without it. Returns why that cannot be, empty when it is done.
     *
     * @param from cursor to go on from, null to go on behind the answer
     */
    Optional<String> skip(UnreadableReader.Entry page, @Nullable String from, String who, String why);
}
