package in.sangam.feeds.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and say numbers as India writes them. */
class WordingTest {

    private static final Pattern USED = Pattern.compile("page\\.t\\(\"([a-z.A-Z]+)\"[,)]");

    @Test
    void both_bundles_have_the_same_keys_with_the_same_arguments() {
        ResourceBundle english = bundle("en");
        ResourceBundle hindi = bundle("hi");

        assertThat(new TreeSet<>(hindi.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String key : english.keySet()) {
            assertThat(arguments(hindi.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
        }
    }

    @Test
    void every_word_that_a_template_uses_is_in_the_bundles() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            templates.forEach(template -> {
                Matcher matcher = USED.matcher(text(template));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            });
        }
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(bundle("en").keySet()).containsAll(used);
    }

    @Test
    void every_text_is_in_its_own_script() {
        ResourceBundle hindi = bundle("hi");
        Set<String> latin = new TreeSet<>();
        for (String key : hindi.keySet()) {
            boolean words =
                    hindi.getString(key).replaceAll("\\{\\d}", "").codePoints().anyMatch(Character::isLetter);
            boolean devanagari = hindi.getString(key).codePoints().anyMatch(c -> c >= 0x900 && c < 0x980);
            if (words
                    && !devanagari
                    && !List.of("language.other", "language.change").contains(key)) {
                latin.add(key);
            }
        }
        assertThat(latin).isEmpty();
    }

    @Test
    void numbers_group_in_lakh_and_crore_with_latin_numerals_in_both_languages() {
        for (Language language : Language.values()) {
            assertThat(Wording.in(language).number(new BigDecimal("1234567"))).isEqualTo("12,34,567");
            assertThat(Wording.in(language).number(new BigDecimal("-123456.50")))
                    .isEqualTo("-1,23,456.50");
        }
    }

    @Test
    void months_and_moments_are_those_of_india() {
        assertThat(Wording.in(Language.EN).month(YearMonth.of(2026, 10))).isEqualTo("October 2026");
        assertThat(Wording.in(Language.HI).month(YearMonth.of(2026, 10))).isEqualTo("अक्टूबर 2026");
        assertThat(Wording.in(Language.EN).moment(Instant.parse("2026-10-31T18:45:00Z")))
                .isEqualTo("1 Nov 2026, 00:15");
    }

    @Test
    void an_age_is_told_in_the_largest_unit_that_fills_two() {
        Wording english = Wording.in(Language.EN);
        assertThat(english.age(Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(english.age(Duration.ofMinutes(90))).isEqualTo("90 min");
        assertThat(english.age(Duration.ofHours(26))).isEqualTo("26 h");
        assertThat(english.age(Duration.ofDays(3))).isEqualTo("3 d");
        assertThat(english.age(Duration.ofSeconds(-5))).isEqualTo("0 s");
    }

    private static Set<Integer> arguments(String pattern) {
        Set<Integer> numbers = new TreeSet<>();
        new MessageFormat(pattern).getArgumentNames().forEach(name -> numbers.add(Integer.valueOf(name)));
        return numbers;
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("in.sangam.feeds.pages.wording_" + language);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
