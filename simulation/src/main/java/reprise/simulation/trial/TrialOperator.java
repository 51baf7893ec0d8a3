package reprise.simulation.trial;

import reprise.core.EngineCore;
import reprise.execution.PairAction;
import reprise.market.Instrument;
import reprise.message.EventPublisher;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.simulation.market.SplitMix;

/** Somebody at the controls who now and then halts, reduces, resumes, closes, orders and cancels, by chance. */
final class TrialOperator {
    private static final double ACTS = 0.02;
    private static final double RESUMES = 0.15;

    private final SplitMix random;
    private EngineCore core;
    private EventPublisher events;
    private CommandCheck commands;
    private final int strategyCount;
    private final boolean tradesPairs;
    private final OrderTerms terms = new OrderTerms();

    TrialOperator(final TrialPlan plan) {
        random = new SplitMix(plan.operatorSeed());
        strategyCount = plan.strategyCount();
        tradesPairs = plan.tradesPairs();
    }

    /** Sits down before an engine. */
    void attach(final TrialEngine engine) {
        core = engine.core();
        events = engine.publisher();
        commands = engine.commands();
    }

    private int below(final int bound) {
        return (int) (random.nextUnit() * bound);
    }

    /** Looks at the engine once, and may act. */
    void look() {
        if (core.tradingState() != TradingState.ACTIVE && random.nextUnit() < RESUMES) {
            engine(TradingState.ACTIVE);
        } else if (random.nextUnit() < ACTS) {
            act();
        }
    }

    private void act() {
        final int instrumentId = below(core.instruments().count());
        if (tradesPairs && below(3) == 0) {
            events.onPairRequested(TrialPlan.PAIRS_STRATEGY, below(3), PairAction.of(below(4)));
            return;
        }
        switch (below(10)) {
            case 0, 1 -> engine(TradingState.HALTED);
            case 2 -> engine(TradingState.REDUCING);
            case 3 -> flattenAll();
            case 4 -> events.onClosePositionRequested(instrumentId);
            case 5 -> events.onTradingStateRequested(TradingScope.INSTRUMENT, instrumentId, anyState());
            case 6 -> events.onTradingStateRequested(TradingScope.STRATEGY, 1 + below(strategyCount), anyState());
            case 7 -> order(core.instruments().get(instrumentId));
            case 8 -> cancel();
            default -> stopStrategy();
        }
    }

    /** Everything may be traded, and every pair is told to leave. */
    void leavePairs() {
        engine(TradingState.ACTIVE);
        for (int i = 0; i < core.instruments().count(); i++) {
            events.onTradingStateRequested(TradingScope.INSTRUMENT, i, TradingState.ACTIVE);
        }
        events.onTradingStateRequested(TradingScope.STRATEGY, TrialPlan.PAIRS_STRATEGY, TradingState.ACTIVE);
        events.onPairRequested(TrialPlan.PAIRS_STRATEGY, 0, PairAction.EMERGENCY_STOP);
    }

    private TradingState anyState() {
        return TradingState.of(below(TradingState.values().length));
    }

    private void engine(final TradingState state) {
        if (state != TradingState.HALTED) {
            commands.operatorHalts(false);
        }
        events.onTradingStateRequested(TradingScope.ENGINE, 0, state);
        commands.operatorHalts(state == TradingState.HALTED);
    }

    private void flattenAll() {
        events.onFlattenAllRequested();
        commands.operatorHalts(true);
    }

    private void order(final Instrument instrument) {
        terms.set(
                Side.of(below(2)),
                OrderType.MARKET,
                TimeInForce.GTC,
                (1 + below(5)) * instrument.definition().lotSize());
        events.onOrderRequested(below(strategyCount + 1), instrument.id(), terms);
    }

    private void cancel() {
        if (core.orders().openCount() > 0) {
            events.onCancelRequested(
                    core.orders().openAt(below(core.orders().openCount())).orderId());
        }
    }

    private void stopStrategy() {
        if (below(3) == 0) {
            events.onStopRequested(1 + below(strategyCount));
        }
    }

    /** The market is over; in some trials strategies are stopped, in others they are left alone. */
    void closeDay() {
        if (below(2) == 0) {
            for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
                events.onStopRequested(strategyId);
            }
        }
    }
}
