package in.sangam.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LoginWordsTest {

    @Test
    void hindi_and_english_have_the_same_words() throws Exception {
        assertThat(words("words_hi").stringPropertyNames())
                .isEqualTo(words("words").stringPropertyNames());
    }

    private static Properties words(String name) throws Exception {
        Properties words = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                LoginWordsTest.class.getResourceAsStream("/login/" + name + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
