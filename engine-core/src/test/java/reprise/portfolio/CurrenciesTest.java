package reprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Cash by currency, fees in coins, splits and dividends, high-water mark and borrow: the money beside the fills. */
class CurrenciesTest {
    private final Instrument coin =
            anInstrument().withDecimals(2, 8).withCurrencies("BTC", "USD").build();
    private final Instrument share =
            anInstrument().withId(1).withCurrencies("SAP", "EUR").build();
    private final Instrument euro = anInstrument()
            .withId(2)
            .withDecimals(4, 2)
            .withCurrencies("EUR", "USD")
            .build();
    private final Instrument yen = anInstrument()
            .withId(3)
            .withDecimals(2, 2)
            .withCurrencies("USD", "JPY")
            .build();
    private final Orders orders = new Orders(100);
    private final Portfolio portfolio = new Portfolio(2);
    private final OrderFills fills = new OrderFills(portfolio);
    private final Valuation valuation = portfolio.valuation();

    CurrenciesTest() {
        portfolio.define(coin);
        portfolio.define(share);
        portfolio.define(euro);
        portfolio.define(yen);
        portfolio.cashReported(Money.parse("100000"), "USD");
    }

    private Order order(final Instrument instrument, final Side side) {
        return orders.open(
                1 + orders.openCount(), 1, new OrderRequest().limit(instrument, side, 100, 100, TimeInForce.GTC), 0);
    }

    private static void expectMoney(final long amount, final String expected) {
        assertThat(Money.format(amount)).isEqualTo(Money.format(Money.parse(expected)));
    }

    @Test
    void shouldReceiveLessThanItBuysWhenTheFeeIsInCoins() {
        fills.fill(order(coin, Side.BUY), 5_000_000, 100_000_000, 100_000, FeeAsset.BASE);

        assertThat(portfolio.book(1, 0).quantity()).as("0.999 BTC").isEqualTo(99_900_000);
        expectMoney(portfolio.cash(), "50000");
        expectMoney(portfolio.book(1, 0).cost(), "49950");
        expectMoney(portfolio.fees(), "50");
        assertThat(portfolio.book(1, 0).averagePrice()).isEqualTo(5_000_000);

        fills.fill(order(coin, Side.SELL), 6_000_000, 99_800_000, 100_000, FeeAsset.BASE);
        assertThat(portfolio.net(0).isFlat()).isTrue();
        expectMoney(portfolio.realisedPnl(), "9990");
        expectMoney(portfolio.fees(), "110");
        expectMoney(portfolio.cash(), "109880");
        portfolio.audit();
    }

    @Test
    void shouldValueOtherCurrenciesByWhatQuotesThem() {
        portfolio.cashReported(Money.parse("1000"), "EUR");
        assertThat(valuation.unvaluedCurrencies()).as("EUR and JPY").isEqualTo(2);
        expectMoney(portfolio.equity(), "100000");
        expectMoney(valuation.ledger(1).cash(), "1000");

        euro.onTrade(11_000, 1);
        expectMoney(portfolio.equity(), "101100");
        assertThat(valuation.unvaluedCurrencies()).isEqualTo(1);

        portfolio.cashReported(Money.parse("3000"), "JPY");
        yen.onTrade(15_000, 1);
        expectMoney(portfolio.equity(), "101120");
        yen.onTrade(10_000, 1);
        expectMoney(portfolio.equity(), "101130");
    }

    @Test
    void shouldKeepResultsInTheCurrencyOfTheQuote() {
        euro.onTrade(12_000, 1);
        fills.fill(order(share, Side.BUY), 10_000, 10, Money.parse("1"), FeeAsset.QUOTE);

        expectMoney(valuation.ledger(1).cash(), "-1001");
        expectMoney(portfolio.cash(), "100000");
        expectMoney(portfolio.equity(), "99998.8");
        share.onTrade(11_000, 1);
        expectMoney(valuation.grossExposure(), "1320");
        expectMoney(valuation.netExposure(1), "1320");
        expectMoney(valuation.grossExposure(2), "0");
        expectMoney(portfolio.equity(), "100118.8");
        assertThat(valuation.ledger(1).name()).isEqualTo("EUR");
        portfolio.audit();
    }

    @Test
    void shouldNameACurrencyThatNoInstrumentQuotes() {
        portfolio.cashReported(Money.parse("7"), "CHF");

        assertThat(valuation.currencyCount()).isEqualTo(4);
        assertThat(valuation.isValued(3)).isFalse();
        expectMoney(valuation.ledger(3).cash(), "7");
        expectMoney(portfolio.equity(), "100000");
    }

    @Test
    void shouldMoveTheHighWaterMarkWithResultsAndWithWhatIsPaidIn() {
        portfolio.fill(1, 0, 100_000_000, Money.parse("50000"), 0);
        coin.onTrade(6_000_000, 1);
        expectMoney(valuation.highWaterMark(), "110000");
        coin.onTrade(4_000_000, 1);
        expectMoney(portfolio.equity(), "90000");
        expectMoney(valuation.highWaterMark(), "110000");

        portfolio.cashReported(portfolio.cash() + Money.parse("500"));
        expectMoney(valuation.highWaterMark(), "110500");
        portfolio.cashReported(portfolio.cash() - Money.parse("1500"));
        expectMoney(valuation.highWaterMark(), "109000");
        expectMoney(portfolio.equity(), "89000");
    }

    @Test
    void shouldValueAtCostUntilThereIsAPrice() {
        portfolio.positionReported(0, 100_000_000, 5_000_000);

        expectMoney(portfolio.equity(), "150000");
        expectMoney(valuation.grossExposure(), "50000");
        assertThat(portfolio.net(0).unrealisedPnl()).isZero();
    }

    @Test
    void shouldSplitWithoutChangingWhatAnythingIsWorth() {
        portfolio.fill(1, 1, 10, Money.parse("1000"), 0);
        portfolio.fill(2, 1, -4, Money.parse("-400"), 0);
        share.onTrade(10_000, 1);
        share.onQuote(9_000, 1, 11_000, 1);

        share.onSplit(3, 1);
        portfolio.split(1, 3, 1);

        assertThat(portfolio.book(1, 1).quantity()).isEqualTo(30);
        assertThat(portfolio.book(2, 1).quantity()).isEqualTo(-12);
        assertThat(portfolio.net(1).quantity()).isEqualTo(18);
        expectMoney(portfolio.book(1, 1).cost(), "1000");
        assertThat(portfolio.book(1, 1).averagePrice()).isEqualTo(3_333);
        assertThat(share.markPrice()).isEqualTo(3_333);
        assertThat(share.quote().isSane()).isFalse();
        expectMoney(valuation.ledger(1).cash(), "-600");
        portfolio.audit();
    }

    @Test
    void shouldPayTheFractionOfAReverseSplitInCash() {
        portfolio.fill(1, 1, 15, Money.parse("1500"), 0);
        share.onTrade(12_000, 1);

        share.onSplit(1, 10);
        portfolio.split(1, 1, 10);

        // 1.5 become 1; half a unit of 1200 with a cost of 500 is paid for.
        assertThat(portfolio.book(1, 1).quantity()).isEqualTo(1);
        expectMoney(portfolio.book(1, 1).cost(), "1000");
        expectMoney(portfolio.book(1, 1).realisedPnl(), "100");
        expectMoney(valuation.ledger(1).cash(), "-900");
        portfolio.audit();
    }

    @Test
    void shouldRoundTheAccountOnceAndShareItAmongTheBooks() {
        portfolio.fill(1, 1, 5, Money.parse("500"), 0);
        portfolio.fill(2, 1, 5, Money.parse("500"), 0);
        share.onTrade(10_000, 1);

        share.onSplit(1, 10);
        portfolio.split(1, 1, 10);

        assertThat(portfolio.net(1).quantity()).isEqualTo(1);
        assertThat(portfolio.book(1, 1).quantity() + portfolio.book(2, 1).quantity())
                .isEqualTo(1);
        expectMoney(valuation.ledger(1).cash(), "-1000");
        expectMoney(portfolio.book(2, 1).cost(), "1000");
        portfolio.audit();
    }

    @Test
    void shouldPayDividendsToLongsAndTakeThemFromShorts() {
        portfolio.fill(1, 1, 10, Money.parse("1000"), 0);
        portfolio.fill(2, 1, -4, Money.parse("-400"), 0);

        portfolio.dividend(1, Money.parse("2.5"));

        expectMoney(portfolio.book(1, 1).income(), "25");
        expectMoney(portfolio.book(2, 1).income(), "-10");
        expectMoney(portfolio.net(1).income(), "15");
        expectMoney(valuation.ledger(1).cash(), "-585");
        expectMoney(valuation.ledger(1).income(), "15");
        portfolio.audit();
    }

    @Test
    void shouldTakeWhatItBorrowsOffWhatCanBeBorrowed() {
        assertThat(portfolio.borrow().available(1)).isEqualTo(Borrow.NOT_REPORTED);
        portfolio.fill(1, 1, -5, Money.parse("-5"), 0);
        portfolio.borrow().reported(1, 10, 25_000);

        portfolio.fill(1, 1, -4, Money.parse("-5"), 0);
        assertThat(portfolio.borrow().available(1)).isEqualTo(6);
        assertThat(portfolio.borrow().annualRatePpm(1)).isEqualTo(25_000);
        portfolio.fill(1, 1, 20, Money.parse("5"), 0);
        assertThat(portfolio.borrow().available(1)).isEqualTo(15);
    }

    @Test
    void shouldNotBelieveAPriceThatMoneyCannotSay() {
        portfolio.fill(1, 1, 1_000_000_000_000L, Money.parse("1"), 0);
        share.onTrade(1, 1);
        final long before = portfolio.net(1).marketValue();

        share.onTrade(Long.MAX_VALUE, 1);

        assertThat(portfolio.net(1).marketValue()).isEqualTo(before);
        portfolio.audit();
    }
}
