package in.sangam.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class RememberedPasswordsTest {

    private final AtomicInteger worked = new AtomicInteger();
    private final RememberedPasswords passwords = new RememberedPasswords(new BCryptPasswordEncoder(4) {
        @Override
        public boolean matches(CharSequence password, String hash) {
            worked.incrementAndGet();
            return super.matches(password, hash);
        }
    });

    @Test
    void a_password_that_fits_is_worked_out_once_for_its_hash() {
        String hash = passwords.encode("right");
        for (int i = 0; i < 3; i++) {
            assertThat(passwords.matches("right", hash)).isTrue();
        }
        assertThat(worked).hasValue(1);
        assertThat(passwords.matches("right", passwords.encode("other"))).isFalse();
    }

    @Test
    void a_password_that_does_not_fit_is_worked_out_every_time() {
        String hash = passwords.encode("right");
        for (int i = 0; i < 3; i++) {
            assertThat(passwords.matches("wrong", hash)).isFalse();
        }
        assertThat(worked).hasValue(3);
    }
}
