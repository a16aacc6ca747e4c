package in.sangam.app.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final StreamLine GOOD = new StreamLine("p", "cases", 7, 12, 9, 1, 0, 2, 0, 0, List.of());
    private static final SinkLine SENT = new SinkLine("dash", 5, 4, 1, 0);
    private static final KpiLine RIGHT = new KpiLine("kpi-a", 86, 0, List.of());

    @Test
    void hub_and_ledger_agree_when_nothing_is_missing_extra_pending_or_wrong() {
        assertThat(new Settlement(List.of(GOOD), List.of(SENT), List.of(RIGHT)).agrees())
                .isTrue();
    }

    @Test
    void each_single_difference_is_enough() {
        StreamLine missing = new StreamLine("p", "cases", 7, 12, 9, 1, 0, 2, 1, 0, List.of());
        StreamLine extra = new StreamLine("p", "cases", 7, 12, 9, 1, 0, 2, 0, 1, List.of());

        assertThat(new Settlement(List.of(missing), List.of(SENT), List.of(RIGHT)).agrees())
                .isFalse();
        assertThat(new Settlement(List.of(extra), List.of(SENT), List.of(RIGHT)).agrees())
                .isFalse();
        assertThat(new Settlement(List.of(GOOD), List.of(new SinkLine("dash", 5, 3, 1, 1)), List.of(RIGHT)).agrees())
                .isFalse();
        assertThat(new Settlement(List.of(GOOD), List.of(SENT), List.of(new KpiLine("kpi-a", 86, 1, List.of())))
                        .agrees())
                .isFalse();
    }

    @Test
    void an_empty_ledger_proves_nothing() {
        assertThat(new Settlement(List.of(), List.of(), List.of()).agrees()).isFalse();
        assertThat(new Settlement(List.of(GOOD), List.of(SENT), List.of()).agrees())
                .isFalse();
    }

    @Test
    void the_table_has_one_line_for_each_stream_sink_and_kpi_with_its_columns_named() {
        StringWriter text = new StringWriter();

        SettlementTable.print(
                new Settlement(List.of(GOOD), List.of(SENT), List.of(RIGHT)), new PrintWriter(text, true));

        assertThat(text.toString().lines().map(line -> line.replaceAll(" +", " ")
                        .strip()))
                .contains(
                        "portal stream source received stored unchanged superseded quarantined missing extra",
                        "p cases 7 12 9 1 0 2 0 0",
                        "sink published acknowledged refused pending",
                        "dash 5 4 1 0",
                        "kpi cells wrong",
                        "kpi-a 86 0");
    }
}
