package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageVaultTest {

    private static final Instant NOW = Instant.parse("2026-10-31T12:00:00Z");
    private static final byte[] ANSWER = "<html>Sita Devi, 9876543210".getBytes(StandardCharsets.UTF_8);

    private StoreDatabase database;
    private PageVault vault;

    @BeforeEach
    void prepare() {
        database = StoreDatabase.fresh();
        vault = new PageVault(database.source(), new VaultKey("0f".repeat(32)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void what_is_kept_is_sealed_and_opens_as_it_came_and_every_reading_is_written_down_first() {
        vault.keep("alpha", "cases", "aa", ANSWER, NOW);
        vault.keep("alpha", "cases", "aa", ANSWER, NOW.plusSeconds(60));

        assertThat(database.rows("select count(*), min(size) from vault.page")).containsExactly("1 27");
        assertThat(database.rows("select position('Sita'::bytea in sealed) from vault.page"))
                .containsExactly("0");
        PageVault.Opened opened =
                vault.open("alpha", "cases", "aa", "asha", "the owner asked").orElseThrow();
        assertThat(opened.bytes()).isEqualTo(ANSWER);
        assertThat(opened.keptAt()).isEqualTo(NOW);
        assertThat(vault.open("alpha", "cases", "bb", "asha", "a guess")).isEmpty();
        assertThat(database.rows("select who, action, content_hash, why from vault.access order by id"))
                .containsExactly("asha read aa the owner asked", "asha read bb a guess");
    }

    @Test
    void another_key_and_a_page_in_the_place_of_another_do_not_open() {
        vault.keep("alpha", "cases", "aa", ANSWER, NOW);
        vault.keep("alpha", "cases", "bb", "other".getBytes(StandardCharsets.UTF_8), NOW);

        assertThatThrownBy(() -> new PageVault(database.source(), new VaultKey("1e".repeat(32)))
                        .open("alpha", "cases", "aa", "asha", "x"))
                .hasMessageContaining("sealed with key");
        database.execute("update vault.page set sealed = (select sealed from vault.page where content_hash = 'bb')"
                + " where content_hash = 'aa'");
        assertThatThrownBy(() -> vault.open("alpha", "cases", "aa", "asha", "x"))
                .hasMessageContaining("does not open");
    }

    @Test
    void pages_go_after_seven_days_and_the_log_says_so_and_stays() {
        vault.keep("alpha", "cases", "aa", ANSWER, NOW);
        vault.keep("alpha", "cases", "bb", ANSWER, NOW.plusSeconds(1));

        assertThat(vault.expire(NOW.plus(Duration.ofDays(7)).minusSeconds(1))).isZero();
        assertThat(vault.expire(NOW.plus(Duration.ofDays(7)))).isEqualTo(1);

        assertThat(database.rows("select content_hash from vault.page")).containsExactly("bb");
        assertThat(database.rows("select who, action, content_hash from vault.access"))
                .containsExactly("hub expire aa");
        for (String rewriting : new String[] {"delete from vault.access", "update vault.access set who = 'x'"}) {
            assertThatThrownBy(() -> database.execute(rewriting)).hasStackTraceContaining("only ever appended to");
        }
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> new VaultKey("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("hunter2");
    }
}
