package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.order.Side;
import reprise.simulation.results.Trade;

/** The small parts that keep something of a run. */
class KeptPartsTest {
    static Trade trade(
            final long number, final int strategyId, final int instrumentId, final long pnl, final boolean open) {
        return new Trade(
                number,
                strategyId,
                instrumentId,
                "X",
                Side.BUY,
                1_000,
                number * 60_000_000_000L,
                100_00,
                (number + 1) * 60_000_000_000L,
                101_00,
                pnl,
                10,
                1,
                open,
                "STRATEGY",
                open ? "" : "STRATEGY",
                -5,
                7);
    }

    @Test
    void shouldKeepTheTradesThatWonOrLostMostAndThoseStillOpen() {
        final TopTrades trades = new TopTrades(3);
        trades.add(trade(1, 1, 0, 5, false));
        trades.add(trade(2, 1, 0, -100, false));
        trades.add(trade(3, 1, 0, 50, false));
        trades.add(trade(4, 1, 0, -50, false));
        trades.add(trade(5, 1, 0, 1, true));

        assertThat(trades.count()).isEqualTo(5);
        assertThat(trades.trades()).extracting(Trade::number).containsExactly(2L, 3L, 5L);
    }

    @Test
    void shouldCountEveryReturnOnceWithZeroAsAnEdge() {
        final SplittableRandom random = new SplittableRandom(3);
        for (final int count : new int[] {2, 10, 1_000}) {
            final double[] values = random.doubles(count, -0.03, 0.05).toArray();
            values[0] = 0;

            final Histogram histogram = Histogram.of(values);

            assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(count);
            assertThat(histogram.counts().length).isLessThanOrEqualTo(62);
            final double edges = histogram.firstEdge() / histogram.width();
            assertThat(edges).isEqualTo(Math.rint(edges));
            final long below = Arrays.stream(values).filter(value -> value < 0).count();
            final int zero = (int) -Math.rint(edges);
            assertThat(Arrays.stream(histogram.counts()).limit(zero).sum()).isEqualTo((int) below);
        }
    }

    @Test
    void shouldHaveNoBarsWhereReturnsDoNotVary() {
        assertThat(Histogram.of(new double[] {0, 0}).counts()).isEmpty();
        assertThat(Histogram.of(new double[0]).counts()).isEmpty();
        assertThat(Histogram.of(new double[] {Double.NaN, 1}).counts()).isEmpty();
    }

    @Test
    void shouldKeepOneWildReturnFromMakingManyBars() {
        final double[] values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e-4 * Math.sin(i);
        }
        values[7] = 5;

        assertThat(Histogram.of(values).counts().length).isLessThanOrEqualTo(62);
    }
}
