package reprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Every exit belongs to entries: those that it names, else the oldest of its book. */
class TradeLinksTest {
    /** Prices in dollars, whole units. */
    private final Instrument instrument = anInstrument().withDecimals(0, 0).build();

    private final Orders orders = new Orders(1000);
    private final Portfolio portfolio = new Portfolio(2);
    private final OrderFills fills = new OrderFills(portfolio);
    private final List<String> links = new ArrayList<>();
    private final long[] sums = new long[3];

    TradeLinksTest() {
        portfolio.define(instrument);
        portfolio.linkListener((strategyId, instrumentId, entry, exit, quantity, pnl) -> {
            links.add(entry + ">" + exit + " " + quantity + " " + pnl / Money.ONE);
            sums[strategyId] += pnl;
        });
    }

    private Order order(final int strategyId, final long orderId, final Side side, final long entryOrderId) {
        return orders.open(
                orderId,
                strategyId,
                new OrderRequest()
                        .limit(instrument, side, 100, 100, TimeInForce.GTC)
                        .closing(entryOrderId),
                0);
    }

    private Order buy(final long orderId) {
        return order(1, orderId, Side.BUY, 0);
    }

    private Order sell(final long orderId) {
        return order(1, orderId, Side.SELL, 0);
    }

    private void fill(final Order order, final long quantity, final long price) {
        fills.fill(order, price, quantity, 0, FeeAsset.QUOTE);
    }

    private void bust(final Order order, final long quantity, final long price) {
        fills.bust(order, price, quantity, 0, FeeAsset.QUOTE);
    }

    @AfterEach
    void sumOfLinksIsTheRealisedResult() {
        portfolio.audit();
        for (int book = 0; book < sums.length; book++) {
            assertThat(sums[book]).isEqualTo(portfolio.book(book, 0).realisedPnl());
        }
    }

    private void expectOpen(final String... entries) {
        final TradeLinks open = portfolio.links(1, 0);
        final List<String> found = new ArrayList<>();
        for (int i = 0; i < open.count(); i++) {
            found.add(open.orderId(i) + ": " + open.quantity(i));
        }
        assertThat(found).containsExactly(entries);
    }

    @Test
    void shouldCloseTheOldestWhenNobodySays() {
        fill(buy(1), 5, 10);
        fill(buy(2), 3, 20);

        fill(sell(3), 6, 15);

        assertThat(links).containsExactly("1>3 5 25", "2>3 1 -5");
        expectOpen("2: 2");
    }

    @Test
    void shouldCloseTheEntryThatTheExitNames() {
        fill(buy(1), 5, 10);
        fill(buy(2), 3, 20);

        fill(order(1, 3, Side.SELL, 2), 2, 25);

        assertThat(links).containsExactly("2>3 2 10");
        expectOpen("1: 5", "2: 1");
        assertThat(portfolio.book(1, 0).averagePrice()).isEqualTo(12);
    }

    @Test
    void shouldGoOnWithTheOldestWhenTheNamedEntryIsUsedUp() {
        fill(buy(1), 5, 10);
        fill(buy(2), 3, 20);

        fill(order(1, 3, Side.SELL, 2), 4, 25);

        assertThat(links).containsExactly("2>3 3 15", "1>3 1 15");
        expectOpen("1: 4");
    }

    @Test
    void shouldKeepPartialFillsOfAnOrderTogether() {
        final Order first = buy(1);
        final Order second = buy(2);
        fill(first, 2, 10);
        fill(second, 1, 10);
        fill(first, 3, 20);
        expectOpen("1: 5", "2: 1");

        final Order exit = sell(3);
        fill(exit, 4, 20);
        fill(exit, 2, 20);

        // 2 at 10 and 3 at 20 are 5 at 16.
        assertThat(links).containsExactly("1>3 4 16", "1>3 1 4", "2>3 1 10");
    }

    @Test
    void shouldLinkAnExitThatFillsBeforeItsEntry() {
        fill(order(1, 3, Side.SELL, 2), 2, 25);

        fill(buy(2), 2, 20);

        assertThat(links).as("the sale has opened, the purchase closes").containsExactly("3>2 -2 10");
        expectOpen();
    }

    @Test
    void shouldOpenTheOtherWayWithWhatIsBeyondZero() {
        fill(buy(1), 5, 10);

        fill(sell(2), 8, 12);

        assertThat(links).containsExactly("1>2 5 10");
        expectOpen("2: -3");
        fill(buy(3), 3, 10);
        assertThat(links).containsExactly("1>2 5 10", "2>3 -3 6");
    }

    @Test
    void shouldBookWhatIsFilledBeyondTheOrder() {
        fill(buy(1), 101, 10);

        fill(sell(2), 102, 11);

        assertThat(links).containsExactly("1>2 101 101");
        expectOpen("2: -1");
    }

    @Test
    void shouldKeepTheIdThroughAReplacement() {
        final Order order = buy(1);
        orders.accept(order);
        fill(order, 2, 10);
        orders.requestReplace(order, 50, 11, 0);
        orders.replaced(order, 50, 11, 0);
        fill(order, 2, 11);

        expectOpen("1: 4");
    }

    @Test
    void shouldTakeBackAnEntryThatIsBusted() {
        final Order entry = buy(1);
        fill(entry, 5, 10);
        fill(entry, 5, 12);

        bust(entry, 5, 10);

        assertThat(links).as("no result").isEmpty();
        expectOpen("1: 5");
        assertThat(portfolio.book(1, 0).averagePrice()).isEqualTo(12);
        bust(entry, 5, 12);
        expectOpen();
        assertThat(portfolio.cash()).isZero();
    }

    @Test
    void shouldReopenWhatABustedExitHadClosed() {
        fill(buy(1), 5, 10);
        fill(buy(2), 5, 20);
        final Order exit = sell(3);
        fill(exit, 7, 30);

        bust(exit, 3, 30);

        assertThat(links).containsExactly("1>3 5 100", "2>3 2 20", "2>3 -2 -20", "1>3 -1 -20");
        expectOpen("2: 5", "1: 1");
        assertThat(portfolio.book(1, 0).cost()).isEqualTo(Money.parse("110"));
    }

    @Test
    void shouldMakeAnEntryOfAnExitWhoseEntryIsBusted() {
        final Order entry = buy(1);
        fill(entry, 5, 10);
        fill(sell(2), 5, 12);

        bust(entry, 5, 10);

        assertThat(links).containsExactly("1>2 5 10", "1>2 -5 -10");
        expectOpen("2: -5");
        assertThat(portfolio.book(1, 0).averagePrice()).isEqualTo(12);
    }

    @Test
    void shouldTradeTheOtherWayWhenNothingIsRememberedOfABustedFill() {
        fill(buy(1), 5, 10);
        final Order stray = sell(9);

        bust(stray, 2, 11);
        bust(buy(10), 3, 12);

        expectOpen("1: 2", "9: 2");
        assertThat(links).containsExactly("1>10 3 6");
    }

    @Test
    void shouldKeepTheBooksOfStrategiesApart() {
        fill(buy(1), 5, 10);
        fill(order(2, 2, Side.SELL, 0), 5, 12);

        assertThat(links).as("crossing is no exit").isEmpty();
        assertThat(portfolio.net(0).isFlat()).isTrue();
        assertThat(portfolio.net(0).realisedPnl()).isEqualTo(Money.parse("10"));
        fill(sell(3), 5, 13);
        fill(order(2, 4, Side.BUY, 0), 5, 13);
        assertThat(links).containsExactly("1>3 5 15", "2>4 -5 -5");
        assertThat(portfolio.book(1, 0).realisedPnl() + portfolio.book(2, 0).realisedPnl())
                .isEqualTo(portfolio.net(0).realisedPnl());
    }

    @Test
    void shouldMergeWhatIsBeyondItsCapacity() {
        for (int i = 1; i <= TradeLinks.MAX_ENTRIES + 10; i++) {
            fill(buy(i), 1, 10);
        }
        assertThat(portfolio.links(1, 0).count()).isEqualTo(TradeLinks.MAX_ENTRIES);

        fill(sell(999), TradeLinks.MAX_ENTRIES + 10, 11);

        expectOpen();
        assertThat(links).hasSize(TradeLinks.MAX_ENTRIES).endsWith("256>999 11 11");
    }
}
