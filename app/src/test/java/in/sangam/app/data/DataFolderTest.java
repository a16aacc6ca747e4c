package in.sangam.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void a_folder_is_open_in_one_hub_at_a_time() {
        try (DataFolder first = new DataFolder(temp).open()) {
            assertThat(first.home()).isEqualTo(temp);
            DataFolder second = new DataFolder(temp);
            assertThatThrownBy(second::open).hasMessageContaining("Another hub").hasMessageContaining("--data");
        }
        try (DataFolder again = new DataFolder(temp).open()) {
            assertThat(again.home()).isEqualTo(temp);
        }
    }

    @Test
    void passwords_are_generated_once_and_only_their_owner_can_read_them() throws Exception {
        Logins first = new Logins(new DataFolder(temp));
        Logins again = new Logins(new DataFolder(temp));

        assertThat(first.password(Logins.ADMIN)).hasSize(20).isEqualTo(again.password(Logins.ADMIN));
        assertThat(first.password(Logins.VIEWER)).isNotEqualTo(first.password(Logins.ADMIN));
        for (String file : new String[] {"credentials.properties", "users.properties"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void to_log_in_only_the_hash_is_needed() throws Exception {
        String password = new Logins(new DataFolder(temp)).password(Logins.VIEWER);
        assertThat(Files.readString(temp.resolve("users.properties"))).doesNotContain(password);
        Files.delete(temp.resolve("credentials.properties"));

        Logins without = new Logins(new DataFolder(temp));

        assertThat(without.password(Logins.VIEWER)).isNull();
        assertThat(Logins.encoder().matches(password, without.hashes().get(Logins.VIEWER)))
                .isTrue();
    }
}
