package in.sangam.feeds;

import in.sangam.store.PageVault;
import in.sangam.store.UnreadablePages;
import in.sangam.store.read.UnreadableReader;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The desk of a hub that keeps no bytes. */
record DeskWithoutVault(DataSource database) implements UnreadableDesk {

    @Override
    public Optional<PageVault.Opened> open(UnreadableReader.Entry page, String who, String why) {
        return Optional.empty();
    }

    @Override
    public Optional<String> skip(UnreadableReader.Entry page, @Nullable String from, String who, String why) {
        return new UnreadablePages(database).skip(page.id(), from, who, why)
                ? Optional.empty()
                : Optional.of("It is not open.");
    }
}
