package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.DayTradeLimits;
import reprise.risk.DayTradeRegime;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** The day-trade rules at the gate of the engine: fed by its fills, asked for every order, never in the way of an exit. */
class DayTradeCheckTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
    private TestEngine engine;
    private RejectReason answer;

    private void begin(final DayTradeLimits limits) {
        engine = new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS)
                        .with(new IntentPolicy(null, List.of(), new DayTradePolicy(limits, "utc-days", 2))),
                CoreObserver.NONE,
                Definitions.anInstrument(),
                strategy);
        engine.trade(0, 100);
    }

    private static DayTradeLimits limits(final DayTradeRegime regime) {
        return new DayTradeLimits(regime, 1_000_000 * Money.ONE, 1, 5, Money.ONE / 4, Money.ONE / 4, 1, false, 3, 252);
    }

    private RejectReason order(final Side side, final long quantity) {
        strategy.next(context -> answer = submit(context, side, quantity));
        engine.trade(0, 100);
        if (answer == RejectReason.NONE) {
            engine.fill(engine.core().orders().openAt(0).orderId(), quantity, 100);
        }
        return answer;
    }

    private RejectReason submit(final StrategyContext context, final Side side, final long quantity) {
        return context.submit(new OrderRequest().market(engine.instrument(0), side, quantity, TimeInForce.GTC));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldRefuseOneDayTradeTooManyUntilTheWindowHasPassed() {
        begin(limits(DayTradeRegime.LEGACY_PDT));

        assertThat(order(Side.BUY, 10)).isEqualTo(RejectReason.NONE);
        assertThat(order(Side.SELL, 10)).isEqualTo(RejectReason.NONE);
        assertThat(order(Side.BUY, 10)).isEqualTo(RejectReason.DAY_TRADE_LIMIT);

        engine.events().at(5 * DAY_NS + 1);
        assertThat(order(Side.BUY, 10)).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldSpendOnlySettledFundsOfACashAccount() {
        begin(limits(DayTradeRegime.CASH));
        // 100,000 of cash at 1.00 each.
        assertThat(order(Side.BUY, 60_000)).isEqualTo(RejectReason.NONE);
        assertThat(order(Side.SELL, 60_000)).isEqualTo(RejectReason.NONE);

        assertThat(order(Side.BUY, 60_000)).isEqualTo(RejectReason.UNSETTLED_FUNDS);
        assertThat(order(Side.BUY, 40_000)).isEqualTo(RejectReason.NONE);
        assertThat(order(Side.SELL, 40_001)).isEqualTo(RejectReason.SHORT_NOT_ALLOWED);
    }

    @Test
    void shouldCoverTheMaintenanceMargin() {
        begin(limits(DayTradeRegime.INTRADAY_MARGIN));

        assertThat(order(Side.BUY, 400_001)).isEqualTo(RejectReason.DAY_TRADE_MARGIN);
        assertThat(order(Side.BUY, 400_000)).isEqualTo(RejectReason.NONE);
        assertThat(order(Side.SELL, 400_000)).isEqualTo(RejectReason.NONE);
    }
}
