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
                open ? "" : "STRATEGY");
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
    void shouldTallyByInstrumentAndByStrategy() {
        final TradeTallies tallies = new TradeTallies();
        tallies.add(trade(1, 2, 7, 30, false));
        tallies.add(trade(2, 1, 7, -20, false));
        tallies.add(trade(3, 1, 3, 5, true));

        assertThat(tallies.cells().keySet())
                .containsExactly(new TradeTallies.Cell(3, 1), new TradeTallies.Cell(7, 1), new TradeTallies.Cell(7, 2));
        final TradeTally seventh = tallies.byInstrument().get(7);
        assertThat(seventh.pnl()).isEqualTo(10);
        assertThat(seventh.fees()).isEqualTo(20);
        assertThat(seventh.winRate()).isEqualTo(0.5);
        assertThat(seventh.profitFactor()).isEqualTo(1.5);
        assertThat(seventh.averageHoldNs()).isEqualTo(60e9);
        final TradeTally third = tallies.byInstrument().get(3);
        assertThat(third.pnl()).isEqualTo(5);
        assertThat(third.open()).isEqualTo(1);
        assertThat(third.winRate()).isNaN();
        assertThat(third.profitFactor()).isNaN();
    }

    @Test
    void shouldHoldEqualPartsFromTheFirstCloseOn() {
        final EqualHolding holding = new EqualHolding(2);
        assertThat(holding.value()).isEqualTo(1);
        holding.onClose(0, 200);
        holding.onClose(0, 300);
        // Half of the money in the first, which gained a half; the other half is still cash.
        assertThat(holding.value()).isEqualTo(1.25);
        holding.onClose(1, 10);
        holding.onClose(1, 5);
        assertThat(holding.value()).isEqualTo(1);
    }

    @Test
    void shouldSayThatAmountsAreNotComplete() {
        final TradeAmounts amounts = new TradeAmounts(300);
        for (int i = 0; i < 300; i++) {
            amounts.add(i);
        }
        assertThat(amounts.isComplete()).isTrue();
        assertThat(amounts.toArray()).hasSize(300).endsWith(299);
        amounts.add(300);
        assertThat(amounts.isComplete()).isFalse();
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
