package reprise.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.bar.BarBench.SECOND;

import org.junit.jupiter.api.Test;
import reprise.number.Money;

class ThresholdBarBuilderTest {
    private static final long T0 = 1_000 * BarBench.DAY;

    @Test
    void shouldCloseWithTheTradeThatCompletesTheCount() {
        final BarBench ticks = new BarBench(BarSpec.ticks(3));

        for (int i = 0; i < 7; i++) {
            ticks.tradeAt(T0 + i * SECOND, 100 + i, i);
        }

        assertThat(ticks.bars)
                .containsExactly(
                        new BuiltBar(T0, T0 + 2 * SECOND, 100, 102, 100, 102, 3, 3),
                        new BuiltBar(T0 + 3 * SECOND, T0 + 5 * SECOND, 103, 105, 103, 105, 12, 3));
        assertThat(ticks.builder.deadlineNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldNotDivideATrade() {
        final BarBench volume = new BarBench(BarSpec.volume(100));

        volume.tradeAt(T0, 10, 99)
                .tradeAt(T0 + 1, 11, 500)
                .tradeAt(T0 + 2, 12, 100)
                .tradeAt(T0 + 3, 13, 99);

        assertThat(volume.bars)
                .containsExactly(
                        new BuiltBar(T0, T0 + 1, 10, 11, 10, 11, 599, 2),
                        new BuiltBar(T0 + 2, T0 + 2, 12, 12, 12, 12, 100, 1));
    }

    @Test
    void shouldCountWorthInMoney() {
        final BarBench dollars = new BarBench(BarBench.instrument(2, 3), BarSpec.dollars(Money.parse("1000")));

        // 99.90 x 5.000 = 499.50; with 99.99 x 5.005 = 500.44995 0.05005 are missing.
        dollars.tradeAt(T0, 99_90, 5_000).tradeAt(T0 + 1, 99_99, 5_005);
        assertThat(dollars.bars).isEmpty();
        dollars.tradeAt(T0 + 2, 49, 99);

        assertThat(dollars.bars).isEmpty();
        dollars.tradeAt(T0 + 3, 1, 0).tradeAt(T0 + 4, 1_00, 2);
        assertThat(dollars.bars).hasSize(1);
    }

    @Test
    void shouldCloseOnWorthThatMoneyCannotSay() {
        final BarBench dollars = new BarBench(BarSpec.dollars(Money.parse("1000000")));

        dollars.tradeAt(T0, Long.MAX_VALUE, Long.MAX_VALUE).tradeAt(T0 + 1, 100, Long.MAX_VALUE);

        assertThat(dollars.bars).hasSize(2);
    }

    @Test
    void shouldCountALateTradeAndNeverStampBackwards() {
        final BarBench ticks = new BarBench(BarSpec.ticks(2));

        ticks.tradeAt(T0, 100, 1).tradeAt(T0 + 10, 101, 1).trade(T0 + 5, 102, 1).trade(T0 + 7, 103, 1);

        assertThat(ticks.bars)
                .containsExactly(
                        new BuiltBar(T0, T0 + 10, 100, 101, 100, 101, 2, 2),
                        new BuiltBar(T0 + 10, T0 + 10, 102, 103, 102, 103, 2, 2));
        assertThat(ticks.builder.lateCount()).isEqualTo(2);
    }
}
