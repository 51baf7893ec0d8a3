package reprise.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.time.EngineClock;

class RiskGateTest {
    private static final int STRATEGY = 1;
    private static final int MAX_OPEN_ORDERS = 3;
    private static final int OPERATOR_ROOM = 2;
    private static final RiskLimits LIMITS = new RiskLimits(Money.parse("1000"), Money.parse("2500"), MAX_OPEN_ORDERS);

    /** Prices in cents on a tick of 5, whole quantities in lots of 10, at least 5 dollars. */
    private final Instrument instrument =
            anInstrument().withSteps(5, 10).withMinNotional(Money.parse("5")).build();

    private final Orders orders = new Orders(MAX_OPEN_ORDERS + OPERATOR_ROOM);
    private final Portfolio portfolio = new Portfolio(1);
    private final RiskGate gate = new RiskGate(LIMITS, portfolio, orders, new EngineClock(), DataTrust.NONE, List.of());
    private long nextId = 1;

    RiskGateTest() {
        portfolio.define(instrument);
        instrument.onTrade(100, 1);
    }

    private RejectReason check(final OrderRequest request) {
        return gate.check(STRATEGY, request);
    }

    private void state(final TradingState state) {
        gate.states().set(TradingScope.ENGINE, 0, state);
    }

    private OrderRequest limit(final Side side, final long quantity, final long price) {
        return new OrderRequest().limit(instrument, side, quantity, price, TimeInForce.GTC);
    }

    private OrderRequest buy(final long quantity) {
        return limit(Side.BUY, quantity, 100);
    }

    private OrderRequest sell(final long quantity) {
        return limit(Side.SELL, quantity, 100);
    }

    private OrderRequest market(final Side side, final long quantity) {
        return new OrderRequest().market(instrument, side, quantity, TimeInForce.GTC);
    }

    private Order open(final OrderRequest request) {
        final Order order = orders.open(nextId++, STRATEGY, request, 0);
        orders.accept(order);
        return order;
    }

    private void hold(final long quantity) {
        portfolio.fill(STRATEGY, 0, quantity, instrument.notional(100, quantity), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 100, NONE",
        "5, 100, QUANTITY_NOT_ON_LOT",
        "0, 100, QUANTITY_NOT_ON_LOT",
        "-10, 100, QUANTITY_NOT_ON_LOT",
        "10, 103, PRICE_NOT_ON_TICK",
        "10, 0, PRICE_NOT_ON_TICK",
        "10, -100, PRICE_NOT_ON_TICK",
        "10, 50, NONE",
        "10, 45, BELOW_MIN_NOTIONAL"
    })
    void shouldKeepTheRulesOfTheInstrument(final long quantity, final long price, final RejectReason expected) {
        assertThat(check(limit(Side.BUY, quantity, price))).isEqualTo(expected);
    }

    @Test
    void shouldRefuseAMarketOrderThatNothingCanValue() {
        final Instrument silent = anInstrument().withId(1).build();
        portfolio.define(silent);

        assertThat(check(new OrderRequest().market(silent, Side.BUY, 1, TimeInForce.GTC)))
                .isEqualTo(RejectReason.NO_MARKET_PRICE);
        assertThat(check(new OrderRequest().limit(silent, Side.BUY, 1, 1, TimeInForce.GTC)))
                .isEqualTo(RejectReason.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1000, NONE", "1010, MAX_ORDER_NOTIONAL"})
    void shouldLimitTheValueOfOneOrder(final long quantity, final RejectReason expected) {
        assertThat(check(buy(quantity))).isEqualTo(expected);
        assertThat(check(market(Side.SELL, quantity)))
                .as("valued by the market")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"500, NONE", "510, MAX_POSITION_NOTIONAL"})
    void shouldLimitTheValueOfThePositionWithAllOpenOrdersFilled(final long quantity, final RejectReason expected) {
        hold(1500);
        open(buy(500));
        open(sell(900));

        assertThat(check(buy(quantity))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"500, NONE", "510, MAX_POSITION_NOTIONAL"})
    void shouldLimitShortPositionsAlike(final long quantity, final RejectReason expected) {
        hold(-1500);
        open(sell(500));

        assertThat(check(sell(quantity))).isEqualTo(expected);
    }

    @Test
    void shouldLetReductionsPassWhateverThePositionIsWorth() {
        hold(4000);

        assertThat(check(buy(10))).isEqualTo(RejectReason.MAX_POSITION_NOTIONAL);
        assertThat(check(sell(1000))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldMeasureTheOtherSideOfAPositionThatIsTurnedOver() {
        hold(500);
        for (int i = 0; i < 2; i++) {
            open(sell(1000));
        }

        assertThat(check(sell(1000))).as("500 - 3000 = -2500").isEqualTo(RejectReason.NONE);
        hold(-10);
        assertThat(check(sell(1000))).isEqualTo(RejectReason.MAX_POSITION_NOTIONAL);
    }

    @Test
    void shouldLimitOpenOrdersAndKeepRoomForTheOperator() {
        for (int i = 0; i < MAX_OPEN_ORDERS - 1; i++) {
            open(buy(10));
        }
        assertThat(check(buy(10))).isEqualTo(RejectReason.NONE);

        open(buy(10));
        assertThat(check(buy(10))).isEqualTo(RejectReason.MAX_OPEN_ORDERS);
        assertThat(check(buy(10).byOperator())).isEqualTo(RejectReason.NONE);

        open(buy(10).byOperator());
        open(buy(10).byOperator());
        assertThat(check(buy(10).byOperator())).isEqualTo(RejectReason.MAX_OPEN_ORDERS);
    }

    @Test
    void shouldNotCountAReplacedOrderTwice() {
        hold(1500);
        open(buy(10));
        open(buy(10));
        final Order order = open(buy(900));

        assertThat(check(buy(980))).as("as a new order").isEqualTo(RejectReason.MAX_POSITION_NOTIONAL);
        assertThat(check(buy(980).replacing(order.exposedQuantity())))
                .as("1500 + 20 + 980 = 2500, and no fourth order")
                .isEqualTo(RejectReason.NONE);
        assertThat(check(buy(990).replacing(order.exposedQuantity()))).isEqualTo(RejectReason.MAX_POSITION_NOTIONAL);
    }

    @Test
    void shouldCountAReplacementBeforeTheVenueAnswers() {
        hold(1500);
        final Order order = open(buy(10));
        orders.requestReplace(order, 900, 100, 0);

        assertThat(check(buy(110))).isEqualTo(RejectReason.MAX_POSITION_NOTIONAL);
        assertThat(check(buy(100))).isEqualTo(RejectReason.NONE);

        orders.requestRefused(order, OrderState.PENDING_REPLACE, RejectReason.VENUE_OTHER);
        assertThat(check(buy(110))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldRefuseEverythingButTheOperatorWhenHalted() {
        hold(500);
        state(TradingState.HALTED);

        assertThat(check(buy(10))).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(check(sell(10))).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(check(sell(500).byOperator())).isEqualTo(RejectReason.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "500, SELL, 500, NONE",
        "500, SELL, 510, REDUCE_ONLY",
        "500, BUY, 10, REDUCE_ONLY",
        "-500, BUY, 500, NONE",
        "-500, BUY, 510, REDUCE_ONLY",
        "-500, SELL, 10, REDUCE_ONLY",
        "0, BUY, 10, REDUCE_ONLY",
        "0, SELL, 10, REDUCE_ONLY"
    })
    void shouldAllowOnlyReductionsWhenReducing(
            final long held, final Side side, final long quantity, final RejectReason expected) {
        hold(held);
        state(TradingState.REDUCING);

        assertThat(check(limit(side, quantity, 100))).isEqualTo(expected);
        assertThat(check(limit(side, quantity, 100).byOperator())).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldCountOpenReductionsWhenReducing() {
        hold(500);
        open(sell(300));
        state(TradingState.REDUCING);

        assertThat(check(sell(200))).isEqualTo(RejectReason.NONE);
        assertThat(check(sell(210))).isEqualTo(RejectReason.REDUCE_ONLY);
    }

    @Test
    void shouldNotLimitTheOperatorsSizes() {
        hold(100_000);

        assertThat(check(market(Side.SELL, 100_000).byOperator())).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldAnswerWithTheFirstReason() {
        state(TradingState.HALTED);
        assertThat(check(buy(1_000_005))).isEqualTo(RejectReason.TRADING_HALTED);

        state(TradingState.ACTIVE);
        assertThat(check(buy(1_000_005))).isEqualTo(RejectReason.QUANTITY_NOT_ON_LOT);
        assertThat(check(buy(1_000_000))).isEqualTo(RejectReason.MAX_ORDER_NOTIONAL);
    }

    @Test
    void shouldRefuseWhatIsWorthMoreThanALongCanSay() {
        final long huge = Long.MAX_VALUE / 10 * 10;

        assertThat(check(buy(huge))).isEqualTo(RejectReason.MAX_ORDER_NOTIONAL);
        assertThat(check(sell(huge))).isEqualTo(RejectReason.MAX_ORDER_NOTIONAL);
        state(TradingState.REDUCING);
        hold(-1000);
        assertThat(check(sell(huge))).isNotEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldRefuseQuantitiesWhoseSumIsMoreThanALongCanSay() {
        // So cheap that no limit on value stands in the way.
        final Instrument dust = anInstrument().withId(1).withDecimals(12, 12).build();
        portfolio.define(dust);
        final OrderRequest request = new OrderRequest().limit(dust, Side.BUY, 1L << 62, 1, TimeInForce.GTC);
        assertThat(check(request)).isEqualTo(RejectReason.NONE);
        open(request);

        assertThat(check(request)).isEqualTo(RejectReason.MAX_ORDER_NOTIONAL);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0", "-1, 1, 1"})
    void shouldDemandAValueForEveryLimit(final long order, final long position, final int count) {
        assertThatThrownBy(() -> new RiskLimits(order, position, count)).hasMessageContaining("must be positive");
    }

    private OrderRequest amount(final String dollars) {
        final Instrument bought = anInstrument().withId(1).withAmounts().build();
        portfolio.define(bought);
        bought.onTrade(100, 1);
        return new OrderRequest().marketFor(bought, Side.BUY, Money.parse(dollars), TimeInForce.GTC);
    }

    @ParameterizedTest
    @CsvSource({"1000, NONE", "1001, MAX_ORDER_NOTIONAL"})
    void shouldValueAnOrderOfAnAmountAtTheAmount(final String dollars, final RejectReason expected) {
        assertThat(check(amount(dollars))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1470, NONE", "1471, MAX_POSITION_NOTIONAL"})
    void shouldLimitWhatAnAmountMayComeToWithWhatIsHeld(final long held, final RejectReason expected) {
        final OrderRequest request = amount("1000");
        portfolio.fill(STRATEGY, 1, held, request.instrument().notional(100, held), 0);

        assertThat(request.quantity()).as("at 97 cents").isEqualTo(1_030);
        assertThat(check(request)).isEqualTo(expected);
    }
}
