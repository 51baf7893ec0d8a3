package reprise.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.market.InstrumentDefinition;
import reprise.simulation.TestMarket;

class SyntheticMarketTest {
    private static final int BARS = 50_000;

    private static SyntheticMarket market(final long seed) {
        return new SyntheticMarket(seed, BARS, TestMarket.MINUTE_NS, TestMarket.START_NS);
    }

    @Test
    void shouldMakeValidBarsOnTicksAndLots() {
        for (final InstrumentDefinition definition : TestMarket.INSTRUMENTS) {
            final BarSource bars = market(1).bars(definition, 100_000);
            long expectedOpenNs = TestMarket.START_NS;
            int count = 0;
            while (bars.next()) {
                count++;
                assertThat(bars.openTimeNs()).isEqualTo(expectedOpenNs);
                expectedOpenNs = bars.closeTimeNs();
                assertThat(bars.lowPrice())
                        .isPositive()
                        .isLessThanOrEqualTo(Math.min(bars.openPrice(), bars.closePrice()));
                assertThat(bars.highPrice()).isGreaterThanOrEqualTo(Math.max(bars.openPrice(), bars.closePrice()));
                assertThat(bars.openPrice() % definition.tickSize()).isZero();
                assertThat(bars.closePrice() % definition.tickSize()).isZero();
                assertThat(bars.volume()).isPositive();
                assertThat(bars.volume() % definition.lotSize()).isZero();
            }
            assertThat(count).isEqualTo(BARS);
        }
    }

    @Test
    void shouldBeTheSameMarketOnEveryMachine() {
        // Written down once; another value on any JDK would change every seeded result.
        assertThat(fingerprint(7)).isEqualTo(fingerprint(7)).isNotEqualTo(fingerprint(8));
        assertThat(fingerprint(7)).isEqualTo(FINGERPRINT_OF_7);
    }

    private static final long FINGERPRINT_OF_7 = 7_672_460_134_706_540_881L;

    private static long fingerprint(final long seed) {
        final BarSource bars = market(seed).bars(TestMarket.BTC, 4_200_000);
        long hash = 17;
        while (bars.next()) {
            hash = hash * 31 + bars.openPrice();
            hash = hash * 31 + bars.highPrice();
            hash = hash * 31 + bars.lowPrice();
            hash = hash * 31 + bars.closePrice();
            hash = hash * 31 + bars.volume();
        }
        return hash;
    }

    @Test
    void shouldMoveInstrumentsTogetherButNotAlike() {
        final BarSource btc = market(3).bars(TestMarket.BTC, 4_200_000);
        final BarSource eth = market(3).bars(TestMarket.ETH, 230_000);
        double products = 0;
        double btcSquares = 0;
        double ethSquares = 0;
        while (btc.next() && eth.next()) {
            final double btcReturn = (double) btc.closePrice() / btc.openPrice() - 1;
            final double ethReturn = (double) eth.closePrice() / eth.openPrice() - 1;
            products += btcReturn * ethReturn;
            btcSquares += btcReturn * btcReturn;
            ethSquares += ethReturn * ethReturn;
        }

        assertThat(products / Math.sqrt(btcSquares * ethSquares)).isBetween(0.5, 0.8);
    }

    @Test
    void shouldStayInRangeAndMoveLikeAMarketInTheLongRun() {
        final BarSource bars = market(4).bars(TestMarket.BTC, 4_200_000);
        long low = Long.MAX_VALUE;
        long high = 0;
        double squares = 0;
        while (bars.next()) {
            low = Math.min(low, bars.lowPrice());
            high = Math.max(high, bars.highPrice());
            final double value = (double) bars.closePrice() / bars.openPrice() - 1;
            squares += value * value;
        }

        final double yearly = Math.sqrt(squares / BARS * 525_600);
        assertThat(yearly).isBetween(0.3, 1.5);
        assertThat(low).isGreaterThan(4_200_000 / 6);
        assertThat(high).isLessThan(4_200_000 * 6);
    }
}
