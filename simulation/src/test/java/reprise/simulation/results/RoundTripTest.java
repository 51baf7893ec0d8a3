package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.SplitRatio;
import reprise.number.Money;
import reprise.order.Order;
import reprise.testkit.RandomCases;

/** What a fill that is taken back, or a split, leaves of a trade. One unit is one share, a price of 1 is one cent. */
class RoundTripTest {
    private final Instrument instrument =
            new Instrument(new InstrumentDefinition(0, 0, "X", "X", "USD", 2, 0, 1, 1, 0));
    private final TestOrders orders = new TestOrders(instrument);
    private final List<Trade> trades = new ArrayList<>();
    private final TradeStatistics statistics = new TradeStatistics(TradeStatisticsTest.collector(trades));
    private final RoundTrip roundTrip = new RoundTrip(1, instrument);

    private Order fill(final long signedQuantity, final long price) {
        final Order order = orders.of(signedQuantity);
        fill(order, price, Math.abs(signedQuantity), 0);
        return order;
    }

    private void fill(final Order order, final long price, final long quantity, final long fee) {
        roundTrip.fill(order, price, quantity, fee, 1, 1, statistics);
    }

    private void bust(final Order order, final long price, final long quantity, final long fee) {
        roundTrip.bust(order, price, quantity, fee, 2, 2, statistics);
    }

    @Test
    void shouldForgetAnEntryOfTheTradeUnderWay() {
        fill(10, 100_00);
        final Order busted = orders.of(5);
        fill(busted, 130_00, 5, 7);

        bust(busted, 130_00, 5, 7);
        fill(-10, 110_00);

        assertThat(trades).hasSize(1);
        assertThat(trades.get(0).quantity()).isEqualTo(10);
        assertThat(trades.get(0).entryPrice()).isEqualTo(100_00);
        assertThat(trades.get(0).pnl()).isEqualTo(Money.parse("100"));
        assertThat(trades.get(0).fees()).isZero();
    }

    @Test
    void shouldForgetAnExitOfTheTradeUnderWay() {
        fill(10, 100_00);
        final Order busted = fill(-4, 90_00);

        bust(busted, 90_00, 4, 0);
        assertThat(trades).isEmpty();
        fill(-10, 110_00);

        assertThat(trades).hasSize(1);
        assertThat(trades.get(0).exitPrice()).isEqualTo(110_00);
        assertThat(trades.get(0).pnl()).isEqualTo(Money.parse("100"));
    }

    @Test
    void shouldTellNoTradeWhereNothingIsLeftOfIt() {
        final Order busted = fill(10, 100_00);

        bust(busted, 100_00, 10, 0);

        assertThat(roundTrip.isFlat()).isTrue();
        assertThat(trades).isEmpty();
    }

    @Test
    void shouldTradeBackWhatEndedATradeThatIsToldAlready() {
        fill(10, 100_00);
        final Order busted = fill(-10, 120_00);

        bust(busted, 120_00, 10, 0);
        fill(-10, 110_00);

        assertThat(trades).extracting(Trade::pnl).containsExactly(Money.parse("200"), Money.parse("-100"));
    }

    @Test
    void shouldMeasureFromWhatIsLeft() {
        fill(1, 100_00);
        final Order busted = fill(9, 100_00);
        bust(busted, 100_00, 9, 0);

        roundTrip.onBar(80_00, 130_00);
        fill(-1, 110_00);

        assertThat(trades.get(0).adverse()).isEqualTo(Money.parse("-20"));
        assertThat(trades.get(0).favourable()).isEqualTo(Money.parse("30"));
    }

    @Test
    void shouldCountInNewUnitsAfterASplit() {
        fill(10, 100_00);
        roundTrip.onBar(95_00, 104_00);
        fill(-2, 100_00);
        instrument.onTrade(25_00, 1);

        roundTrip.onSplit(new SplitRatio(4, 1), 1, 1, statistics);
        roundTrip.onBar(22_00, 26_00);
        fill(-32, 26_00);

        assertThat(trades).hasSize(1);
        assertThat(trades.get(0).quantity()).isEqualTo(40);
        assertThat(trades.get(0).entryPrice()).isEqualTo(25_00);
        assertThat(trades.get(0).pnl()).isEqualTo(Money.parse("32"));
        assertThat(trades.get(0).adverse()).as("32 from 25 to 22").isEqualTo(Money.parse("-96"));
        assertThat(trades.get(0).favourable()).as("10 from 100 to 104").isEqualTo(Money.parse("40"));
    }

    @Test
    void shouldEndATradeOfWhichASplitLeavesNothing() {
        fill(3, 10);
        instrument.onTrade(1_00, 1);

        roundTrip.onSplit(new SplitRatio(1, 10), 1, 1, statistics);

        assertThat(roundTrip.isFlat()).isTrue();
        assertThat(trades).extracting(Trade::pnl).containsExactly(Money.parse("-0.30"));
    }

    /** Whatever is taken back whenever, all trades come to what the fills that stay come to, the last price counting for what is open. */
    @Test
    void shouldComeToWhatTheFillsThatStayComeTo() {
        RandomCases.check(1_000, random -> new RoundTripTest().playRandomly(random));
    }

    private void playRandomly(final SplittableRandom random) {
        final List<Order> filled = new ArrayList<>();
        final List<Long> prices = new ArrayList<>();
        long cash = 0;
        long position = 0;
        for (int i = 0; i < 40; i++) {
            final boolean busts = !filled.isEmpty() && random.nextInt(4) == 0;
            final int index = busts ? random.nextInt(filled.size()) : -1;
            final long price = busts ? prices.remove(index) : 50_00 + random.nextInt(100_00);
            final Order order =
                    busts ? filled.remove(index) : orders.of((1 + random.nextInt(9)) * (random.nextBoolean() ? 1 : -1));
            final long signed = (busts ? -1 : 1) * order.side().sign() * order.quantity();
            if (busts) {
                bust(order, price, order.quantity(), 3);
            } else {
                filled.add(order);
                prices.add(price);
                fill(order, price, order.quantity(), 3);
            }
            cash -= instrument.notional(price, signed) + (busts ? -3 : 3);
            position += signed;
        }
        instrument.onTrade(77_00, 1);
        long pnl = roundTrip.isFlat() ? 0 : roundTrip.marked(0, 9, 9).pnl();
        for (final Trade trade : trades) {
            pnl += trade.pnl();
        }

        assertThat(pnl).isEqualTo(cash + instrument.notional(77_00, position));
    }
}
