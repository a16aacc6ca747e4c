package in.sangam.routes.poll;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.kit.Auth;
import in.sangam.kit.Transport;
import in.sangam.kit.Transport.Finished;
import in.sangam.routes.poll.DropFolder.Dropped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portal that gives a file the name of one which the hub has in hand loses neither of them. */
class DropFolderTest {

    private static final String NAME = "return [1].csv";

    @TempDir
    Path drops;

    private DropFolder folder;
    private boolean untouched;

    @BeforeEach
    void open() {
        folder = folder(Finished.RENAMED);
    }

    @Test
    void what_replaced_a_file_while_it_was_read_is_read_as_well() throws Exception {
        Dropped first = dropped("first");
        String firstHash = FileInHand.hash(folder, first);
        drop("second");

        folder.putAway(first, DropFolder.DONE, firstHash);

        assertThat(drops.resolve("done")).doesNotExist();
        assertThat(read()).containsExactly("second");
        assertThat(drops.resolve("done").resolve(NAME)).hasContent("second");
        assertThat(folder.finished()).isEmpty();
    }

    @Test
    void each_of_several_that_came_meanwhile_is_read() throws Exception {
        Dropped first = dropped("first");
        String firstHash = FileInHand.hash(folder, first);
        drop("second");
        folder.putAway(first, DropFolder.DONE, firstHash);
        drop("third");
        drop("first");

        assertThat(read()).contains("second");
        read();

        try (var done = Files.list(drops.resolve("done"))) {
            assertThat(done.map(DropFolderTest::content)).contains("first", "second");
        }
        assertThat(folder.finished()).isEmpty();
    }

    @Test
    void what_a_crash_left_aside_goes_where_it_belongs() throws Exception {
        Dropped first = dropped("first");
        String hash = FileInHand.hash(folder, first);
        Files.move(drops.resolve(NAME), drops.resolve(".sangam-" + hash.substring(0, 12) + "-" + NAME));

        assertThat(read()).containsExactly("first");

        assertThat(drops.resolve("done").resolve(NAME)).hasContent("first");
    }

    @Test
    void a_sign_beside_a_newer_file_of_the_name_stays_with_it() throws Exception {
        folder = folder(Finished.DONE_FILE);
        Files.writeString(drops.resolve(NAME + ".done"), "");
        Dropped first = dropped("first");
        String firstHash = FileInHand.hash(folder, first);
        drop("second");
        folder.putAway(first, DropFolder.DONE, firstHash);
        drop("third");

        assertThat(read()).containsExactlyInAnyOrder("second", "third");

        assertThat(drops.resolve("done").resolve(NAME)).hasContent("second");
        assertThat(drops.resolve("done"))
                .isDirectoryContaining(each -> each.toString().endsWith("-" + NAME + ".done"));
        assertThat(folder.finished()).isEmpty();
    }

    @Test
    void a_name_that_only_looks_put_aside_is_never_read() throws Exception {
        Files.writeString(drops.resolve(".sangam-return.csv"), "hidden");
        Files.writeString(drops.resolve(".sangam-"), "hidden");

        assertThat(folder.finished()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_that_is_left_untouched_is_read_at_one_look_and_stays_as_it_is(Finished finished) throws Exception {
        untouched = true;
        folder = folder(finished);
        Files.writeString(drops.resolve(NAME + ".done"), "");

        drop("first");

        assertThat(read()).containsExactly("first");
        assertThat(read()).containsExactly("first");
        try (var all = Files.list(drops)) {
            assertThat(all.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder(NAME, NAME + ".done");
        }
    }

    /** Takes every file that is finished, as a poll does, and returns what they held. */
    private List<String> read() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Dropped each : folder.finished()) {
            assertThat(each.called()).isEqualTo(NAME);
            contents.add(content(drops.resolve(each.name())));
            folder.putAway(each, DropFolder.DONE, FileInHand.hash(folder, each));
        }
        return contents;
    }

    private Dropped dropped(String content) throws IOException {
        drop(content);
        return folder.finished().get(0);
    }

    private void drop(String content) throws IOException {
        Files.writeString(drops.resolve(NAME), content);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DropFolder folder(Finished finished) {
        Transport.FileDrop drop = new Transport.FileDrop(
                drops,
                null,
                new Auth.None(),
                Duration.ofSeconds(10),
                null,
                finished,
                Duration.ZERO,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                untouched);
        return new DropFolder(new LocalPlace(drops), drop, "return*.csv", Clock.systemUTC());
    }
}
