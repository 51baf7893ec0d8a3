package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.OrderFills;
import reprise.portfolio.Portfolio;
import reprise.state.StateTape;
import reprise.time.EngineClock;

/** Every check at its boundary: the limit exactly reached passes, one unit more is refused, and both numbers are told. */
class RiskChecksTest {
    private static final long WIDE = Money.parse("1000000");
    private static final int FIRST = 1;
    private static final int SECOND = 2;

    /** Prices in cents, whole quantities, one dollar a unit. */
    private final Instrument instrument = anInstrument().withMaxQuantity(50_000).build();

    private final Instrument other = anInstrument().withId(1).build();
    private final Instrument euro =
            anInstrument().withId(2).withCurrencies("BASE", "EUR").build();
    private final Instrument euroRate =
            anInstrument().withId(3).withCurrencies("EUR", "USD").build();
    private final Instrument unborrowable =
            anInstrument().withId(4).notShortable().build();
    private final Orders orders = new Orders(1000);
    private final Portfolio portfolio = new Portfolio(2);
    private final EngineClock clock = new EngineClock();
    private final List<Integer> untrusted = new ArrayList<>();
    private final OrderFills fills = new OrderFills(portfolio);
    private RiskGate gate;
    private long nextId = 1;

    RiskChecksTest() {
        for (final Instrument each : List.of(instrument, other, euro, euroRate, unborrowable)) {
            portfolio.define(each);
        }
        for (final Instrument each : List.of(instrument, other, euro, unborrowable)) {
            each.onTrade(100, 1);
        }
        portfolio.cashReported(Money.parse("10000"));
        with(limits());
    }

    private static RiskLimits.Builder limits() {
        return RiskLimits.builder(WIDE, WIDE, 100);
    }

    private void with(final RiskLimits.Builder limits) {
        gate = new RiskGate(limits.build(), portfolio, orders, clock, untrusted::contains, List.of());
    }

    private static OrderRequest limit(final Instrument what, final Side side, final long quantity, final long price) {
        return new OrderRequest().limit(what, side, quantity, price, TimeInForce.GTC);
    }

    private OrderRequest buy(final long quantity) {
        return limit(instrument, Side.BUY, quantity, 100);
    }

    private OrderRequest sell(final long quantity) {
        return limit(instrument, Side.SELL, quantity, 100);
    }

    private Order open(final int strategyId, final OrderRequest request) {
        gate.passed();
        return orders.open(nextId++, strategyId, request, clock.timeNs());
    }

    private void hold(final int strategyId, final long quantity) {
        hold(strategyId, instrument, quantity);
    }

    private void hold(final int strategyId, final Instrument what, final long quantity) {
        portfolio.fill(strategyId, what.id(), quantity, what.notional(100, quantity), 0);
    }

    private void expectPass(final OrderRequest request) {
        assertThat(gate.check(FIRST, request)).isEqualTo(RejectReason.NONE);
        assertThat(gate.verdict().reason()).isEqualTo(RejectReason.NONE);
    }

    private void expectRefusal(
            final OrderRequest request, final RejectReason reason, final long value, final long limit) {
        assertThat(gate.check(FIRST, request)).isEqualTo(reason);
        assertThat(gate.verdict().reason()).isEqualTo(reason);
        assertThat(gate.verdict().value()).as("value").isEqualTo(value);
        assertThat(gate.verdict().limit()).as("limit").isEqualTo(limit);
    }

    private void expectRefusal(
            final OrderRequest request, final RejectReason reason, final String value, final String limit) {
        expectRefusal(request, reason, Money.parse(value), Money.parse(limit));
    }

    @Test
    void shouldTellTheNumbersOfTheInstrumentsRules() {
        expectPass(buy(50_000));
        expectRefusal(buy(50_001), RejectReason.MAX_ORDER_QUANTITY, 50_001, 50_000);
        expectRefusal(buy(50_001).byOperator(), RejectReason.MAX_ORDER_QUANTITY, 50_001, 50_000);
        expectRefusal(limit(instrument, Side.BUY, 1, -5), RejectReason.PRICE_NOT_ON_TICK, -5, 1);
        expectRefusal(buy(0), RejectReason.QUANTITY_NOT_ON_LOT, 0, 1);
    }

    @Test
    void shouldLimitTheValueOfAnOrderBothWays() {
        with(RiskLimits.builder(Money.parse("100"), WIDE, 100).minOrderNotional(Money.parse("10")));

        expectPass(buy(100));
        expectRefusal(buy(101), RejectReason.MAX_ORDER_NOTIONAL, "101", "100");
        expectPass(buy(10));
        expectRefusal(buy(9), RejectReason.BELOW_MIN_NOTIONAL, "9", "10");

        hold(FIRST, 500);
        expectPass(sell(500));
        expectPass(sell(9));
    }

    @Test
    void shouldLimitTheQuantityOfAnOrderInWholeUnits() {
        with(limits().maxOrderQuantityE8(Money.parse("2.5")));

        expectPass(buy(2));
        expectRefusal(buy(3), RejectReason.MAX_ORDER_QUANTITY, 3, 2);
        hold(FIRST, 10);
        expectPass(sell(10));
    }

    @Test
    void shouldTellTheNumbersOfThePositionLimit() {
        with(RiskLimits.builder(WIDE, Money.parse("100"), 100));
        hold(SECOND, 60);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_POSITION_NOTIONAL, "101", "100");
    }

    @ParameterizedTest
    @CsvSource({
        // mid 1000, last 1010; 100 bps of the mid, 200 bps of the last
        "100, 0, BUY, 1010, 0, 0",
        "100, 0, BUY, 1011, 1011, 1010",
        "100, 0, SELL, 990, 0, 0",
        "100, 0, SELL, 989, 989, 990",
        "100, 0, BUY, 1, 0, 0",
        "100, 0, SELL, 99999, 0, 0",
        "0, 200, BUY, 1030, 0, 0",
        "0, 200, BUY, 1031, 1031, 1030",
        "0, 200, SELL, 990, 0, 0",
        "0, 200, SELL, 989, 989, 990",
        "0, 0, BUY, 99999, 0, 0"
    })
    void shouldRefusePricesFarWorseThanTheMarket(
            final int midBps,
            final int lastBps,
            final Side side,
            final long price,
            final long value,
            final long worst) {
        with(limits().collarBps(midBps, lastBps));
        instrument.onTrade(1010, 1);
        instrument.onQuote(998, 1, 1002, 1);

        final OrderRequest request = limit(instrument, side, 1, price);
        if (value == 0) {
            expectPass(request);
        } else {
            expectRefusal(request, RejectReason.PRICE_COLLAR, value, worst);
        }
        expectPass(new OrderRequest().market(instrument, side, 1, TimeInForce.GTC));
    }

    @Test
    void shouldMeasureAStopLimitFromItsStop() {
        with(limits().collarBps(100, 0));
        instrument.onQuote(998, 1, 1002, 1);

        expectPass(new OrderRequest().stopLimit(instrument, Side.BUY, 1, 2000, 2020, TimeInForce.GTC));
        expectRefusal(
                new OrderRequest().stopLimit(instrument, Side.BUY, 1, 2000, 2021, TimeInForce.GTC),
                RejectReason.PRICE_COLLAR,
                2021,
                2020);
    }

    @Test
    void shouldLimitGrossExposureWithOpenOrders() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(SECOND, other, -30);
        open(SECOND, limit(other, Side.SELL, 10, 100));
        open(SECOND, limit(other, Side.BUY, 30, 100));
        hold(FIRST, 20);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
        expectPass(sell(20));
        expectPass(sell(80));
        expectRefusal(sell(81), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
    }

    @Test
    void shouldNotCountExitsOnOneSideAsExposure() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(FIRST, 50);
        open(FIRST, sell(50));

        expectPass(buy(50));
    }

    @Test
    void shouldFollowPricesInExposure() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(FIRST, other, 40);
        expectPass(buy(60));

        other.onTrade(125, 1);

        expectRefusal(buy(51), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
        expectPass(buy(50));
    }

    @Test
    void shouldLimitNetExposureOnBothSides() {
        with(limits().maxNetExposure(Money.parse("100")));
        hold(FIRST, other, 60);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_NET_EXPOSURE, "101", "100");
        expectPass(sell(160));
        expectRefusal(sell(161), RejectReason.MAX_NET_EXPOSURE, "101", "100");
    }

    @Test
    void shouldLimitEachStrategyForItself() {
        with(limits().maxStrategyGrossExposure(Money.parse("100")).maxStrategyNetExposure(Money.parse("80")));
        hold(SECOND, 5000);
        hold(FIRST, other, -60);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_STRATEGY_EXPOSURE, "101", "100");
        expectPass(sell(20));
        expectRefusal(sell(21), RejectReason.MAX_STRATEGY_EXPOSURE, "81", "80");
    }

    @Test
    void shouldRefuseToMeasureExposureWithoutAPrice() {
        with(limits().maxGrossExposure(Money.parse("100")));

        expectRefusal(limit(euroRate, Side.BUY, 1, 100), RejectReason.NO_MARKET_PRICE, 0, 0);
    }

    @Test
    void shouldHoldOtherCurrenciesToLimitsInTheAccountsOwn() {
        with(RiskLimits.builder(Money.parse("100"), WIDE, 100).maxGrossExposure(Money.parse("90")));
        expectRefusal(limit(euro, Side.BUY, 1, 100), RejectReason.NO_MARKET_PRICE, 0, 0);

        euroRate.onTrade(125, 1);

        expectPass(limit(euro, Side.BUY, 72, 100));
        expectRefusal(limit(euro, Side.BUY, 73, 100), RejectReason.MAX_GROSS_EXPOSURE, "91.25", "90");
        expectRefusal(limit(euro, Side.BUY, 81, 100), RejectReason.MAX_ORDER_NOTIONAL, "101.25", "100");
    }

    @Test
    void shouldSpendNoMoreCashThanThereIsWithWhatOpenOrdersMayCost() {
        with(limits().buyingPower(Money.ONE, Money.parse("0.01")));
        portfolio.cashReported(Money.parse("1010"));

        expectPass(buy(1000));
        expectRefusal(buy(1001), RejectReason.INSUFFICIENT_FUNDS, "1011.01", "1010");

        final Order order = open(SECOND, limit(other, Side.BUY, 400, 200));
        expectPass(buy(200));
        expectRefusal(buy(201), RejectReason.INSUFFICIENT_FUNDS, "203.01", "202");
        expectPass(limit(other, Side.BUY, 500, 200).replacing(order));

        orders.fill(order, 100, Money.parse("200"), 0);
        fills.fill(order, 200, 100, 0, FeeAsset.QUOTE);
        expectPass(buy(201));
        expectRefusal(buy(202), RejectReason.INSUFFICIENT_FUNDS, "204.02", "204");
    }

    @Test
    void shouldReleaseWhatACancelledOrderReserved() {
        with(limits().buyingPower(Money.ONE, 0));
        portfolio.cashReported(Money.parse("100"));
        final Order order = open(FIRST, buy(100));
        expectRefusal(buy(1), RejectReason.INSUFFICIENT_FUNDS, "1", "0");

        orders.end(order, reprise.order.OrderState.CANCELED);

        expectPass(buy(100));
    }

    @Test
    void shouldBuyOnMarginUpToAMultipleOfEquity() {
        with(limits().buyingPower(Money.parse("2"), Money.parse("0.01")));
        portfolio.cashReported(Money.parse("100"));
        hold(FIRST, other, 50);

        expectRefusal(buy(149), RejectReason.INSUFFICIENT_FUNDS, "200.49", "200");
        expectPass(buy(148));
        expectPass(limit(other, Side.SELL, 50, 100));
    }

    @Test
    void shouldForbidShortsThatNobodyLends() {
        expectPass(sell(10));
        expectRefusal(limit(unborrowable, Side.SELL, 1, 100), RejectReason.SHORT_NOT_ALLOWED, 1, 0);
        hold(SECOND, unborrowable, 5);
        expectPass(limit(unborrowable, Side.SELL, 5, 100));
        expectRefusal(limit(unborrowable, Side.SELL, 6, 100), RejectReason.SHORT_NOT_ALLOWED, 1, 0);

        portfolio.borrow().reported(0, 10, 0);
        expectPass(sell(10));
        expectRefusal(sell(11), RejectReason.SHORT_NOT_ALLOWED, 11, 10);
        hold(FIRST, -4);
        expectPass(sell(6));
        expectRefusal(sell(7), RejectReason.SHORT_NOT_ALLOWED, 7, 6);
        expectPass(buy(1));
    }

    @Test
    void shouldForbidShortsInACashAccount() {
        with(limits().buyingPower(Money.ONE, 0));
        hold(FIRST, 5);

        expectPass(sell(5));
        expectRefusal(sell(6), RejectReason.SHORT_NOT_ALLOWED, 1, 0);
    }

    @Test
    void shouldTellTheNumbersOfOpenOrders() {
        with(RiskLimits.builder(WIDE, WIDE, 2));
        open(FIRST, buy(1));
        expectPass(buy(1));
        open(FIRST, buy(1));
        expectRefusal(buy(1), RejectReason.MAX_OPEN_ORDERS, 3, 2);
    }

    @Test
    void shouldLimitTheRateOfOrdersExactly() {
        with(limits().orderRate(2, 100));
        clock.advanceTo(1000);
        open(FIRST, buy(1));
        clock.advanceTo(1050);
        expectPass(buy(1));
        open(FIRST, buy(1));

        clock.advanceTo(1099);
        expectRefusal(buy(1), RejectReason.ORDER_RATE, 3, 2);
        expectPass(buy(1).byOperator());
        clock.advanceTo(1100);
        expectPass(buy(1));
        open(FIRST, buy(1));
        clock.advanceTo(1149);
        expectRefusal(buy(1), RejectReason.ORDER_RATE, 3, 2);
    }

    @Test
    void shouldRefuseTheSameIntentWhileItIsUnanswered() {
        with(limits().duplicateWindowNs(100));
        clock.advanceTo(1000);
        final Order order = open(FIRST, buy(1));
        clock.advanceTo(1099);

        expectRefusal(buy(1), RejectReason.DUPLICATE_INTENT, 99, 100);
        expectPass(buy(2));
        expectPass(sell(1));
        expectPass(limit(instrument, Side.BUY, 1, 101));
        expectPass(limit(other, Side.BUY, 1, 100));
        expectPass(new OrderRequest().market(instrument, Side.BUY, 1, TimeInForce.GTC));
        assertThat(gate.check(SECOND, buy(1))).isEqualTo(RejectReason.NONE);
        clock.advanceTo(1100);
        expectPass(buy(1));

        final Order second = open(FIRST, buy(1));
        expectRefusal(buy(1), RejectReason.DUPLICATE_INTENT, 0, 100);
        orders.accept(second);
        expectPass(buy(1));
        assertThat(order.isOpen()).isTrue();
    }

    @Test
    void shouldOpenNothingOnDataThatCannotBeTrusted() {
        hold(FIRST, 10);
        untrusted.add(0);

        expectRefusal(buy(1), RejectReason.DATA_NOT_TRUSTED, 0, 0);
        expectPass(sell(10));
        expectRefusal(sell(11), RejectReason.DATA_NOT_TRUSTED, 0, 0);
        expectPass(limit(other, Side.BUY, 1, 100));
        expectPass(buy(1).byOperator());
    }

    @ParameterizedTest
    @EnumSource(InstrumentStatus.class)
    void shouldOrderOnlyWhatTrades(final InstrumentStatus status) {
        instrument.onStatus(status);

        final boolean open = status == InstrumentStatus.TRADING || status == InstrumentStatus.AUCTION;
        final boolean forTheOpening = open || status == InstrumentStatus.CLOSED;
        assertThat(gate.check(FIRST, buy(1))).isEqualTo(open ? RejectReason.NONE : RejectReason.NOT_TRADABLE);
        assertThat(gate.check(FIRST, new OrderRequest().limit(instrument, Side.BUY, 1, 100, TimeInForce.OPG)))
                .isEqualTo(forTheOpening ? RejectReason.NONE : RejectReason.NOT_TRADABLE);
        expectPass(buy(1).byOperator());
    }

    @Test
    void shouldJudgeAReductionByTheStrategysOwnBook() {
        with(RiskLimits.builder(Money.parse("10"), Money.parse("10"), 100));
        hold(FIRST, 100);
        hold(SECOND, -300);

        expectPass(sell(100));
        expectRefusal(sell(101), RejectReason.MAX_ORDER_NOTIONAL, "101", "10");
        expectRefusal(buy(50), RejectReason.MAX_ORDER_NOTIONAL, "50", "10");
        assertThat(gate.check(SECOND, buy(300))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldAskFurtherChecksLast() {
        final RiskCheck dayTrades =
                (strategyId, request, verdict) -> verdict.refuse(RejectReason.DAY_TRADE_LIMIT, strategyId, 3);
        gate = new RiskGate(limits().build(), portfolio, orders, clock, DataTrust.NONE, List.of(dayTrades));

        expectRefusal(buy(1), RejectReason.DAY_TRADE_LIMIT, 1, 3);
        expectRefusal(buy(0), RejectReason.QUANTITY_NOT_ON_LOT, 0, 1);
    }

    @Test
    void shouldRestoreStatesAndTheTimesOfOrders() {
        with(limits().orderRate(2, 100));
        clock.advanceTo(1000);
        open(FIRST, buy(1));
        gate.passed();
        gate.states().set(TradingScope.STRATEGY, 2, TradingState.REDUCING);
        gate.states().set(TradingScope.INSTRUMENT, 1, TradingState.HALTED);
        final StateTape tape = new StateTape();
        gate.snapshotTo(tape);

        with(limits().orderRate(2, 100));
        expectPass(buy(1));
        gate.restore(tape.reader());

        expectRefusal(buy(1), RejectReason.ORDER_RATE, 3, 2);
        assertThat(gate.states().effective(SECOND, 0)).isEqualTo(TradingState.REDUCING);
        assertThat(gate.states().effective(FIRST, 1)).isEqualTo(TradingState.HALTED);
        assertThat(gate.states().effective(FIRST, 0)).isEqualTo(TradingState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 0, minOrderNotional",
        "0, 5, 0, 0, both be off",
        "0, 0, 0.5, 0, buyingPowerE8",
        "0, 0, 0, -1, feeAllowanceE8",
        "9999999, 0, 0, 0, minOrderNotional"
    })
    void shouldDemandLimitsThatMakeSense(
            final String minNotional, final int maxOrders, final String power, final String fees, final String named) {
        final RiskLimits.Builder builder = limits().minOrderNotional(Money.parse(minNotional))
                .orderRate(maxOrders, 0)
                .buyingPower(Money.parse(power), Money.parse(fees));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
