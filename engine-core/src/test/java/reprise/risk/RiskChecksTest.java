package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.market.InstrumentStatus;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateTape;

/** Every check at its boundary: the limit exactly reached passes, one unit more is refused, and both numbers are told. */
class RiskChecksTest extends RiskFixture {
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

    private OrderRequest amount(final long quantity, final long amount) {
        final OrderTerms terms = new OrderTerms()
                .set(Side.BUY, OrderType.MARKET, TimeInForce.GTC, quantity)
                .cashOrderQty(amount);
        return new OrderRequest().of(instrument, terms);
    }

    @Test
    void shouldTakeTheSameAmountForTheSameIntentWhateverItComesTo() {
        with(limits().duplicateWindowNs(100));
        clock.advanceTo(1000);
        open(FIRST, amount(5, 500));

        expectRefusal(amount(6, 500), RejectReason.DUPLICATE_INTENT, 0, 100);
        expectPass(amount(5, 501));
        expectPass(amount(5, 0));
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
        gate.exchange(tape.reader());

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
