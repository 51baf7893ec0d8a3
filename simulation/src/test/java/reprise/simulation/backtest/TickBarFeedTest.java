package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.simulation.backtest.TickList.level;
import static reprise.simulation.backtest.TickList.quote;
import static reprise.simulation.backtest.TickList.trade;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.bar.BarInput;
import reprise.order.Side;
import reprise.simulation.TestMarket;

/** Bars that form of ticks: which, of what, and when they are told. */
class TickBarFeedTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long START_NS = TestMarket.START_NS;

    private static long at(final long seconds) {
        return START_NS + seconds * SECOND_NS;
    }

    @Test
    void shouldMakeABarOfTheTradesOfEachSpanThatHasAny() {
        final TickList ticks = new TickList(
                trade(at(1), 10000, 5),
                trade(at(1), 10300, 1),
                trade(at(59), 9900, 2),
                trade(at(60), 10100, 7),
                trade(at(400), 10200, 3));

        assertThat(TickBars.of(TestMarket.BTC, ticks, BarInput.TRADES, MINUTE_NS))
                .containsExactly(
                        "BTCUSDT 2024-01-01T00:01:00Z 10000 10300 9900 9900 8",
                        "BTCUSDT 2024-01-01T00:02:00Z 10100 10100 10100 10100 7",
                        "BTCUSDT 2024-01-01T00:07:00Z 10200 10200 10200 10200 3");
    }

    @Test
    void shouldMakeABarOfTheMiddleAsItStandsWhenTimeMovesOn() {
        final TickList ticks = new TickList(
                quote(at(1), 10000, 10010),
                quote(at(2), 10100, 10010),
                quote(at(2), 10100, 10110),
                quote(at(3), 0, 10110),
                quote(at(61), 10200, 10190),
                quote(at(62), 10200, 10210));

        assertThat(TickBars.of(TestMarket.BTC, ticks, BarInput.QUOTES, MINUTE_NS))
                .containsExactly(
                        "BTCUSDT 2024-01-01T00:01:00Z 10005 10105 10005 10105 0",
                        "BTCUSDT 2024-01-01T00:02:00Z 10205 10205 10205 10205 0");
    }

    @Test
    void shouldMakeABarOfTheMiddleOfABook() {
        final TickList ticks = new TickList(
                level(at(1), Side.BUY, 10000, 5),
                level(at(1), Side.SELL, 10020, 5),
                level(at(2), Side.SELL, 10010, 5),
                level(at(3), Side.SELL, 10010, 0),
                level(at(3), Side.BUY, 10010, 5));

        assertThat(TickBars.of(TestMarket.BTC, ticks, BarInput.QUOTES, MINUTE_NS))
                .containsExactly("BTCUSDT 2024-01-01T00:01:00Z 10010 10015 10005 10015 0");
    }

    @Test
    void shouldTellABarBeforeTheTicksOfItsEndAndLowerInstrumentsFirst() {
        final TickList eth = new TickList(trade(at(5), 2000, 1), trade(at(60), 2100, 1));
        final TickList btc = new TickList(trade(at(7), 10000, 1), trade(at(61), 10100, 1));

        assertThat(TickBars.of(
                        List.of(TestMarket.BTC, TestMarket.ETH),
                        List.of(new InstrumentTicks(1, eth), new InstrumentTicks(0, btc)),
                        List.of(BarInput.TRADES, BarInput.TRADES),
                        MINUTE_NS))
                .containsExactly(
                        "BTCUSDT 2024-01-01T00:01:00Z 10000 10000 10000 10000 1",
                        "ETHUSDT 2024-01-01T00:01:00Z 2000 2000 2000 2000 1",
                        "BTCUSDT 2024-01-01T00:02:00Z 10100 10100 10100 10100 1",
                        "ETHUSDT 2024-01-01T00:02:00Z 2100 2100 2100 2100 1");
    }

    @Test
    void shouldTellNoBarWithoutAPrice() {
        assertThat(TickBars.of(TestMarket.BTC, new TickList(quote(at(1), 10000, 0)), BarInput.QUOTES, MINUTE_NS))
                .isEmpty();
        assertThat(TickBars.of(TestMarket.BTC, new TickList(), BarInput.TRADES, MINUTE_NS))
                .isEmpty();
    }
}
