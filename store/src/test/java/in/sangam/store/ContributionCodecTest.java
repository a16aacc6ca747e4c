package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.core.measure.Contribution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionCodecTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @Test
    void reads_back_what_it_wrote_whatever_the_codes_hold() {
        List<Contribution> contributions = List.of(
                new Contribution("m", "188", "", DAY, BigDecimal.ONE),
                new Contribution("m", "a\tb\\n\nc\\", "सेवा", DAY, new BigDecimal("-12.5")));
        assertThat(ContributionCodec.decode(ContributionCodec.encode(contributions)))
                .isEqualTo(contributions);
        assertThat(ContributionCodec.encode(List.of())).isEmpty();
        assertThat(ContributionCodec.decode("")).isEmpty();
    }

    @Test
    void equal_contributions_give_equal_text_in_whatever_order_and_notation() {
        Contribution a = new Contribution("m", "188", "s", DAY, new BigDecimal("10"));
        Contribution same = new Contribution("m", "188", "s", DAY, new BigDecimal("1.00E+1"));
        Contribution b = new Contribution("n", "188", "s", DAY, BigDecimal.ONE);
        assertThat(ContributionCodec.encode(List.of(a, b))).isEqualTo(ContributionCodec.encode(List.of(b, same)));
    }

    @Test
    void refuses_days_and_numbers_that_no_column_holds() {
        Contribution far = new Contribution("m", "188", "s", LocalDate.of(12026, 1, 1), BigDecimal.ONE);
        Contribution huge = new Contribution("m", "188", "s", DAY, new BigDecimal("1E+100000"));
        assertThatThrownBy(() -> ContributionCodec.encode(List.of(far))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ContributionCodec.encode(List.of(huge))).isInstanceOf(IllegalArgumentException.class);
    }
}
