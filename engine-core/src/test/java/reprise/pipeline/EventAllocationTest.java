package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.core.MonitorPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.exit.ExitDistance;
import reprise.exit.ExitFreshness;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorLimit;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarMethod;
import reprise.monitor.VarSettings;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.strategy.Strategy;
import reprise.testing.Definitions;
import reprise.testing.RandomStrategy;
import reprise.testkit.Allocation;

/**
 * From the call that an event is, through its bytes, the core and a strategy that does everything, to the bytes of commands and the venue's
 * call: not one byte is allocated.
 */
class EventAllocationTest {
    private static final int ROUNDS_PER_WINDOW = 25_000;
    private static final int WARM_UP_WINDOWS = 4;
    private static final int WINDOWS = 3;

    /** A window lasts most of a minute, so that samples, refreshes and days of the monitor come about. */
    private static final long STEP_NS = 1_000_000;

    private static final OrderTimeouts TIMEOUTS =
            new OrderTimeouts(5 * STEP_NS, 5 * STEP_NS, 5 * STEP_NS, 5 * STEP_NS, 20 * STEP_NS, 3);

    /** Every check is made, and passes most of what is asked. */
    private static final RiskLimits EVERY_LIMIT = RiskLimits.builder(
                    Money.parse("1000000000"), Money.parse("1000000000"), 100)
            .minOrderNotional(1)
            .maxOrderQuantityE8(Money.parse("1000000000"))
            .collarBps(9_000, 9_000)
            .maxGrossExposure(Money.parse("1000000000"))
            .maxNetExposure(Money.parse("1000000000"))
            .maxStrategyGrossExposure(Money.parse("1000000000"))
            .maxStrategyNetExposure(Money.parse("1000000000"))
            .orderRate(1_000, STEP_NS)
            .duplicateWindowNs(1)
            .buyingPower(Money.parse("10"), Money.parse("0.001"))
            .build();

    /** Warns of nearly everything and fails rarely, so that trading goes on. */
    private static final GuardLimits GUARD = new GuardLimits(
            false, 1_000_000, 1, 1_000_000, 1, 1_000, 1, 1, 30 * STEP_NS, 30 * STEP_NS, 3, STEP_NS, STEP_NS, STEP_NS);

    /** Every rule of exits, every measure of the monitor, and a guard that has something to say of every bar. */
    private static final SupervisionPolicy SUPERVISION = new SupervisionPolicy(
            GUARD,
            new MonitorPolicy(
                    "utc-days",
                    new VarSettings(0.95, 100, 2, 1_000_000_000L, VarMethod.CORNISH_FISHER),
                    monitorLimits(50_000, MonitorAction.FLATTEN),
                    List.of(monitorLimits(1, MonitorAction.WARN), monitorLimits(1, MonitorAction.WARN)),
                    List.of(Money.parse("1000000"), Money.parse("1000000"))),
            List.of(exits(true), exits(false)));

    private static MonitorLimits monitorLimits(final int losses, final MonitorAction action) {
        final MonitorLimit tiny = new MonitorLimit(1, MonitorAction.WARN);
        return new MonitorLimits(tiny, tiny, tiny, tiny, tiny, new MonitorLimit(losses, action), true);
    }

    private static ExitPolicy exits(final boolean natively) {
        return new ExitPolicy(
                ExitPlan.builder()
                        .stop(ExitDistance.rate(2_000_000))
                        .trail(ExitDistance.rate(1_000_000), ExitDistance.rate(1_000_000))
                        .target(ExitDistance.rate(1_000_000), 50_000_000)
                        .breakeven(1, 0)
                        .maxHoldNs(7 * STEP_NS)
                        .stagnation(5, ExitDistance.rate(1_000_000))
                        .sessionFlat()
                        .exitSignal()
                        .freshness(ExitFreshness.of(STEP_NS))
                        .natively(natively, natively)
                        .build(),
                14,
                STEP_NS);
    }

    private final AnsweringVenue venue = new AnsweringVenue();
    private final InlinePipeline pipeline = pipeline();
    private final EventPublisher events = new EventPublisher(pipeline.newOutlet());
    private long timeNs;

    private InlinePipeline pipeline() {
        final CoreConfig config = new CoreConfig(EVERY_LIMIT, 65_536, 16_384, TIMEOUTS, SUPERVISION);
        final List<Strategy> strategies = List.of(new RandomStrategy(1, 1), new RandomStrategy(2, 1));
        return new InlinePipeline(
                new PipelineParts(
                        new UnjournaledLog(),
                        new UnjournaledLog(),
                        TimeSource.OF_THE_DATA,
                        (clock, commands) -> new EngineCore(clock, config, strategies, commands, CoreObserver.NONE),
                        venue),
                true);
    }

    @Test
    void shouldAllocateNothingFromEventToCommand() {
        venue.answers = new EventPublisher(pipeline.newOutlet());
        events.onInstrumentDefined(Definitions.anInstrument()
                .withAbilities(Definitions.PLAIN_TYPES, -1)
                .define());
        events.onVenueConnected(1);
        events.onAccountReported(1, Money.parse("1000000000"), "USD");
        events.onStartRequested(1);
        events.onStartRequested(2);
        for (int i = 0; i < WARM_UP_WINDOWS; i++) {
            runWindow();
        }

        assertThat(Allocation.leastBytes(WINDOWS, this::runWindow)).isZero();
        assertThat(venue.submitted).isGreaterThan(100_000);
        assertThat(venue.cancelled).isGreaterThan(10_000);
        assertThat(venue.replaced).isGreaterThan(1_000);
        assertThat(venue.queried).isGreaterThan(1_000);
        pipeline.close();
    }

    private void runWindow() {
        for (int i = 0; i < ROUNDS_PER_WINDOW; i++) {
            timeNs += STEP_NS;
            events.at(timeNs);
            final long price = 95 + i % 10;
            events.onBar(0, timeNs, STEP_NS, price, price + 1, price - 1, price, 5);
            events.onQuote(0, timeNs, price, 1, price + 1, 1);
            events.onTrade(0, timeNs, price, 1, Aggressor.BUYER);
            events.onClockTicked();
            if (i % 16 == 0) {
                events.onDividend(0, timeNs, 1);
                events.onBorrowReported(0, timeNs, 1_000_000_000, 1);
                events.onBarRevised(0, timeNs, STEP_NS, price, price + 1, price - 1, price, 6);
                events.onTradeRevised(0, timeNs, price, 1, 0, 0);
                events.onPriceBandReported(0, timeNs, price - 5, price + 5);
                events.onTradesInterrupted(0, timeNs);
                events.onHistoricalTrade(0, timeNs, price, 1, Aggressor.SELLER);
                events.onTradesResumed(0, timeNs);
                events.onInstrumentStatus(0, timeNs, InstrumentStatus.TRADING);
                events.onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.REDUCING);
                events.onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.ACTIVE);
                events.onClosePositionRequested(0);
                events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);
                events.onFlattenAllRequested();
                events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
            }
        }
    }

    /** Says nothing of one order in 32 until it is asked. Accepts, fills one order in two in parts, cancels and replaces; repeats every fill. */
    private static final class AnsweringVenue implements EngineCommands {
        private EventPublisher answers;
        private long executionId;
        private long submitted;
        private long cancelled;
        private long replaced;
        private long queried;

        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            final long quantity = terms.quantity();
            submitted++;
            if (submitted % 32 == 0) {
                return;
            }
            answers.onOrderAccepted(orderId, 0);
            if (terms.type() == OrderType.MARKET || (submitted & 1) == 0) {
                if (quantity > 1) {
                    answers.onOrderPartiallyFilled(
                            orderId,
                            ++executionId,
                            0,
                            100,
                            quantity - 1,
                            1,
                            quantity > 4 ? FeeAsset.BASE : FeeAsset.QUOTE,
                            Liquidity.UNKNOWN);
                }
                answers.onOrderFilled(orderId, ++executionId, 0, 100, 1, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN);
                answers.onOrderFilled(orderId, executionId, 0, 100, 1, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            }
        }

        @Override
        public void submitCashOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            throw new AssertionError("nobody orders amounts");
        }

        @Override
        public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
            throw new AssertionError("nobody orders groups");
        }

        @Override
        public void cancelOrder(final long orderId, final int instrumentId) {
            cancelled++;
            answers.onOrderCancelled(orderId, 0);
        }

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {
            replaced++;
            answers.onOrderReplaced(orderId, 0, quantity, limitPrice, 0);
        }

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {
            queried++;
            answers.onOrderNotFound(orderId, 0);
        }

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {
            throw new AssertionError("nothing is unclear");
        }
    }
}
