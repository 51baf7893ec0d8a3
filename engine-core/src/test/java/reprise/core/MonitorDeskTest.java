package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.core.SupervisedEngine.MINUTE;
import static reprise.core.SupervisedEngine.T0;
import static reprise.core.SupervisedEngine.monitored;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorLimit;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarMethod;
import reprise.monitor.VarSettings;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** The risk monitor in the engine: what is beyond a limit is on record with its numbers, and followed by what the limit says. */
class MonitorDeskTest {
    private static final long HUNDRED = Money.parse("100");
    private static final long DAY = 1_440 * MINUTE;

    private SupervisedEngine desk;

    private void start(final MonitorLimits account, final MonitorLimits first) {
        desk = monitored(new MonitorPolicy(
                "utc-days",
                VarSettings.DEFAULT,
                account,
                List.of(first, MonitorLimits.NONE),
                List.of(Money.parse("10000"), Money.parse("10000"))));
    }

    private static MonitorLimits dailyLoss(final MonitorAction action, final boolean enforce) {
        return limits(new MonitorLimit(HUNDRED, action), MonitorLimit.NONE, enforce);
    }

    private static MonitorLimits limits(
            final MonitorLimit dailyLoss, final MonitorLimit losses, final boolean enforce) {
        return new MonitorLimits(
                MonitorLimit.NONE, MonitorLimit.NONE, MonitorLimit.NONE, dailyLoss, MonitorLimit.NONE, losses, enforce);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** The first strategy loses 200, and the minute after that comes. */
    private void lose() {
        desk.holds(desk.first, 100, 100_00);
        desk.bar(98_00);
        desk.bar(98_00);
    }

    private TradingState engineState() {
        return desk.engine.core().tradingState();
    }

    @Test
    void shouldOnlyRecordWhatItWouldHaveDone() {
        start(dailyLoss(MonitorAction.FLATTEN, false), MonitorLimits.NONE);
        lose();

        assertThat(desk.decisions())
                .containsExactly("riskBreached [ACCOUNT, 0, DAILY_LOSS, 20000000000, 10000000000, FLATTEN, false]");
        assertThat(desk.engine.commands()).isEmpty();
        assertThat(engineState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void shouldOnlyLetReducingOrdersPass() {
        start(dailyLoss(MonitorAction.REDUCE_ONLY, true), MonitorLimits.NONE);
        lose();

        assertThat(desk.decisions())
                .containsExactly(
                        "riskBreached [ACCOUNT, 0, DAILY_LOSS, 20000000000, 10000000000, REDUCE_ONLY, true]",
                        "tradingStateChanged [ENGINE, 0, REDUCING, RISK_MONITOR]");
        assertThat(desk.order(desk.second, Side.BUY, 1, 98_00)).isEqualTo(RejectReason.REDUCE_ONLY);
        assertThat(desk.order(desk.first, Side.SELL, 100, 98_00)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldHaltAndCancelWhatIsOpen() {
        start(dailyLoss(MonitorAction.HALT, true), MonitorLimits.NONE);
        desk.second.next(context -> context.submit(
                new OrderRequest().limit(desk.engine.instrument(0), Side.BUY, 1, 50_00, TimeInForce.GTC)));
        desk.bar(100_00);
        desk.engine.events().onOrderAccepted(desk.engine.lastOrderId(), 0);
        lose();

        assertThat(desk.engine.commands()).singleElement().asString().startsWith("cancel ");
        assertThat(engineState()).isEqualTo(TradingState.HALTED);
        assertThat(desk.order(desk.first, Side.SELL, 100, 98_00)).isEqualTo(RejectReason.TRADING_HALTED);
    }

    @Test
    void shouldFlattenTheAccount() {
        start(dailyLoss(MonitorAction.FLATTEN, true), MonitorLimits.NONE);
        desk.holds(desk.second, 7, 100_00);
        lose();

        assertThat(desk.engine.commands())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).endsWith("s1 SELL 100 I0 market"))
                .anySatisfy(line -> assertThat(line).endsWith("s2 SELL 7 I0 market"));
        assertThat(engineState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void shouldFlattenOneStrategyAndLeaveTheOther() {
        start(MonitorLimits.NONE, dailyLoss(MonitorAction.FLATTEN, true));
        desk.holds(desk.second, 7, 100_00);
        lose();

        assertThat(desk.decisions())
                .containsExactly(
                        "riskBreached [STRATEGY, 1, DAILY_LOSS, 20000000000, 10000000000, FLATTEN, true]",
                        "tradingStateChanged [STRATEGY, 1, HALTED, RISK_MONITOR]");
        assertThat(desk.engine.commands()).singleElement().asString().endsWith("s1 SELL 100 I0 market");
        assertThat(desk.order(desk.second, Side.BUY, 1, 98_00)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldActInTheEventOfTheLossItself() {
        start(MonitorLimits.NONE, limits(MonitorLimit.NONE, new MonitorLimit(1, MonitorAction.HALT), true));
        desk.holds(desk.first, 10, 100_00);
        desk.holds(desk.first, -10, 99_00);
        desk.holds(desk.first, 10, 100_00);
        desk.order(desk.first, Side.SELL, 10, 99_00);
        desk.first.next(context -> assertThat(context.submit(
                        new OrderRequest().market(desk.engine.instrument(0), Side.BUY, 1, TimeInForce.GTC)))
                .isEqualTo(RejectReason.TRADING_HALTED));
        desk.decisions();

        desk.engine.fill(desk.engine.lastOrderId(), 10, 99_00);

        assertThat(desk.decisions())
                .startsWith(
                        "riskBreached [STRATEGY, 1, CONSECUTIVE_LOSSES, 2, 1, HALT, true]",
                        "tradingStateChanged [STRATEGY, 1, HALTED, RISK_MONITOR]");
    }

    @Test
    void shouldCountLossesAnewWhenTheOperatorHasLooked() {
        start(MonitorLimits.NONE, limits(MonitorLimit.NONE, new MonitorLimit(1, MonitorAction.HALT), true));
        for (int i = 0; i < 2; i++) {
            desk.holds(desk.first, 10, 100_00);
            desk.holds(desk.first, -10, 99_00);
        }
        desk.engine.events().onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.ACTIVE);
        desk.decisions();

        desk.holds(desk.first, 10, 100_00);
        desk.holds(desk.first, -10, 99_00);

        assertThat(desk.decisions()).isEmpty();
    }

    @Test
    void shouldCountTheLossOfADayFromItsBeginningOnly() {
        start(dailyLoss(MonitorAction.WARN, true), MonitorLimits.NONE);
        desk.holds(desk.first, 100, 100_00);
        desk.bar(99_20);
        desk.bar(99_20);
        assertThat(desk.decisions()).isEmpty();

        // 80 was lost on the first day; 60 more on the second are 140 in all, and 60 of that day.
        desk.clock(T0 + DAY);
        desk.bar(98_60);
        desk.bar(98_60);
        assertThat(desk.decisions()).isEmpty();
        desk.bar(98_10);
        desk.bar(98_10);

        assertThat(desk.decisions())
                .containsExactly("riskBreached [ACCOUNT, 0, DAILY_LOSS, 11000000000, 10000000000, WARN, true]");
    }

    @Test
    void shouldMeasureValueAtRiskOfWhatIsHeldByTheMinutesOfTheMarket() {
        final MonitorLimits limits = new MonitorLimits(
                new MonitorLimit(100_000, MonitorAction.REDUCE_ONLY),
                MonitorLimit.NONE,
                MonitorLimit.NONE,
                MonitorLimit.NONE,
                MonitorLimit.NONE,
                MonitorLimit.NONE,
                true);
        desk = monitored(new MonitorPolicy(
                "utc-days",
                new VarSettings(0.95, 20, 10, MINUTE, VarMethod.HISTORICAL),
                limits,
                List.of(MonitorLimits.NONE, MonitorLimits.NONE),
                List.of(Money.parse("10000"), Money.parse("10000"))));
        for (int i = 0; i < 20; i++) {
            desk.bar(i % 2 == 0 ? 100_00 : 98_00);
        }
        assertThat(desk.decisions()).isEmpty();

        // 100,000 of equity; 100 at 98.00 move by 2 % a minute: about 0.2 % of it, beyond 0.1 %.
        desk.holds(desk.first, 100, 98_00);
        desk.bar(98_00);
        desk.bar(98_00);

        assertThat(desk.decisions())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("riskBreached [ACCOUNT, 0, VALUE_AT_RISK, "))
                .contains("tradingStateChanged [ENGINE, 0, REDUCING, RISK_MONITOR]");
    }

    @Test
    void shouldHoldWhatItMeasuredInTheState() {
        start(MonitorLimits.NONE, MonitorLimits.NONE);
        desk.bar(100_00);
        final String before = desk.engine.core().stateHash();
        desk.clock(desk.timeNs + MINUTE);

        assertThat(desk.engine.core().stateHash()).isNotEqualTo(before);
        assertThat(desk.engine.commands()).isEmpty();
    }
}
