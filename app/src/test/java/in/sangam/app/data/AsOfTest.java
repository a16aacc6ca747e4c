package in.sangam.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfTest {

    private static final String NOON = "2026-10-31T12:00:00+05:30";

    @TempDir
    Path temp;

    @Test
    void a_folder_without_an_instant_runs_by_the_wall_clock() {
        assertThat(AsOf.of(new DataFolder(temp), null)).isNull();
    }

    @Test
    void the_first_instant_is_kept_with_the_folder() {
        AsOf.of(new DataFolder(temp), NOON);

        assertThat(AsOf.of(new DataFolder(temp), null)).isEqualTo(NOON);
    }

    @Test
    void the_same_instant_in_another_zone_is_the_same() {
        AsOf.of(new DataFolder(temp), NOON);

        assertThat(AsOf.of(new DataFolder(temp), "2026-10-31T06:30:00Z")).isEqualTo(NOON);
    }

    @Test
    void another_instant_is_refused_and_names_both() {
        AsOf.of(new DataFolder(temp), NOON);

        assertThatThrownBy(() -> AsOf.of(new DataFolder(temp), "2026-11-01T12:00:00+05:30"))
                .hasMessageContaining("2026-10-31T12:00+05:30")
                .hasMessageContaining("2026-11-01T12:00+05:30")
                .hasMessageContaining("--data");
    }

    @Test
    void an_unreadable_instant_is_answered_with_an_example() {
        assertThatThrownBy(() -> AsOf.of(new DataFolder(temp), "yesterday"))
                .hasMessageContaining("'yesterday'")
                .hasMessageContaining("2026-10-31T18:00:00+05:30");
    }
}
