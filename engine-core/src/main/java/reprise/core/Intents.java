package reprise.core;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.message.EngineDecisions;
import reprise.message.StrategyDecisions;
import reprise.order.Order;
import reprise.order.RejectReason;
import reprise.risk.DayTradeCheck;
import reprise.signal.Mover;
import reprise.signal.Reason;
import reprise.signal.Signal;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * What strategies want beyond single orders: signals, between which the arbiter decides, and targets, which execution algorithms pursue. The
 * core tells it of every market event, fill and change of an order. Owned by the core; allocates nothing in steady state; part of replayed
 * state.
 */
final class Intents implements Snapshotable {
    private final EngineClock clock;
    private final AlgorithmDesk algorithms;
    private final PairDesk pairs;
    private final SignalDesk signals;
    private final DayTradeCheck dayTrades;
    private final RecentVolumes volumes = new RecentVolumes();
    private final IntentPolicy policy;
    private final EngineDecisions decisions;
    private final CoreObserver observer;
    private final boolean countsVolume;

    Intents(
            final EngineCore core,
            final EngineClock clock,
            final CoreBooks books,
            final Supervision.Parts parts,
            final Supervision supervision,
            final CoreConfig config,
            final EngineDecisions decisions) {
        this.clock = clock;
        observer = core.observer();
        this.decisions = decisions;
        policy = config.intents();
        dayTrades = books.dayTrades();
        algorithms = new AlgorithmDesk(clock, books, parts, policy, decisions);
        pairs = new PairDesk(clock, books, parts, supervision.exits(), decisions, observer, core.leftovers());
        parts.liquidation().listener(pairs::onTaken);
        signals = policy.arbitration() == null
                ? null
                : new SignalDesk(
                        core,
                        clock,
                        books,
                        new SignalDesk.Parts(parts.instruments(), algorithms, supervision.exits(), volumes),
                        policy.arbitration(),
                        config.riskLimits().buyingPowerE8(),
                        decisions);
        countsVolume = signals != null || policy.hasParticipation();
    }

    void define() {
        if (countsVolume) {
            volumes.define();
        }
        if (signals != null) {
            signals.define();
        }
    }

    RejectReason target(final int strategyId, final Instrument instrument, final long signedQuantity) {
        return algorithms.target(strategyId, instrument, signedQuantity);
    }

    /** The same for what an amount buys at the market's price. */
    RejectReason targetAmount(final int strategyId, final Instrument instrument, final long signedAmount) {
        final long price = instrument.markPrice();
        if (price <= 0) {
            return RejectReason.NO_MARKET_PRICE;
        }
        if (algorithms.isUnderWay(strategyId, instrument.id(), signedAmount)) {
            return RejectReason.NONE;
        }
        final long amount = Math.abs(signedAmount);
        final long quantity = instrument.quantityFor(amount, price);
        return algorithms.target(strategyId, instrument, Long.signum(signedAmount) * quantity, amount, quantity);
    }

    long expected(final int strategyId, final int instrumentId) {
        return algorithms.expected(strategyId, instrumentId);
    }

    long offer(final int strategyId, final Signal signal, final long barPeriodNs) {
        if (signals == null) {
            throw new IllegalStateException(
                    "signals need an arbiter, and none is configured: strategyId=" + strategyId);
        }
        final long signalId = signals.offer(strategyId, signal, barPeriodNs);
        if (!signal.reason().isEmpty()) {
            decisions.actionExplained(strategyId, signal.instrumentId(), signalId, signal.reason());
        }
        return signalId;
    }

    void explain(final int strategyId, final Instrument instrument, final Reason reason) {
        decisions.actionExplained(strategyId, instrument.id(), StrategyDecisions.NO_SIGNAL, reason);
        observer.onExplained(strategyId, instrument, reason, clock.timeNs());
    }

    /** Whether the configuration says how a strategy's targets are executed. */
    boolean executesTargets(final int strategyId) {
        return policy.executesTargets(strategyId);
    }

    /** What a strategy found that may lead to signals. */
    void record(final int strategyId, final Instrument instrument, final Mover mover) {
        decisions.moverDetected(
                strategyId,
                instrument.id(),
                mover.type(),
                mover.stage(),
                mover.direction(),
                mover.windowMinutes(),
                SignalDesk.rate(mover.score()));
        if (mover.stage().isActive()) {
            decisions.moverMeasured(
                    strategyId,
                    instrument.id(),
                    SignalDesk.rate(mover.measure()),
                    SignalDesk.rate(mover.threshold()),
                    SignalDesk.rate(mover.relativeVolume()),
                    SignalDesk.rate(mover.value()),
                    SignalDesk.rate(mover.imbalance()));
        }
    }

    /** Nothing is wanted any more where both match; {@link OrderDesk#ANY} matches all. */
    void abandon(final int strategyId, final int instrumentId) {
        algorithms.abandon(strategyId, instrumentId);
    }

    PairDesk pairs() {
        return pairs;
    }

    void onBar(final Instrument instrument) {
        pairs.onMarket(instrument);
        algorithms.onMarket(instrument, countsVolume ? volumes.onBar(instrument) : 0);
    }

    void onQuote(final Instrument instrument) {
        pairs.onMarket(instrument);
        algorithms.onMarket(instrument, 0);
    }

    void onTrade(final Instrument instrument) {
        pairs.onMarket(instrument);
        algorithms.onMarket(instrument, countsVolume ? volumes.onTrade(instrument, clock.timeNs()) : 0);
    }

    /** A trade of the past: nothing is done because of it, but the next share of what is traded is measured with it. */
    void onHistoricalTrade(final Instrument instrument, final long venueTimeNs, final long quantity) {
        if (countsVolume) {
            volumes.onHistoricalTrade(instrument.id(), venueTimeNs, quantity, clock.timeNs());
        }
    }

    /** A fill was booked, and the books balance. */
    void onFill(final Order order, final long price, final long quantity) {
        if (signals != null) {
            signals.onFill(order);
        }
        algorithms.onFill(order, price, quantity);
    }

    /** What was wanted was counted in the old units; what the day-trade rules remember is brought to the new ones. */
    void onSplit(final int instrumentId, final SplitRatio ratio) {
        abandon(OrderDesk.ANY, instrumentId);
        pairs.onSplit(instrumentId, ratio);
        if (dayTrades != null) {
            dayTrades.rules().onSplit(instrumentId, ratio);
        }
    }

    /** The same for pairs and the day-trade rules, which want to know what it cost. */
    void onPaidFill(final Order order, final long price, final long quantity, final long fee) {
        pairs.onFill(order, price, quantity, fee);
        if (dayTrades != null) {
            dayTrades.onFill(order, price, quantity, fee);
        }
    }

    /** An order changed, after its fill was told. */
    void onOrder(final Order order) {
        algorithms.onOrder(order);
        pairs.onOrder(order);
    }

    /** What came with an event, or a timer, has all come. */
    void settle() {
        pairs.settle();
        if (signals != null) {
            signals.settle();
        }
    }

    /** When {@link #onTimer} is due, before any later event. */
    long nextDeadlineNs() {
        final long algorithmsNs = Math.min(algorithms.nextDeadlineNs(), pairs.nextDeadlineNs());
        return signals == null ? algorithmsNs : Math.min(algorithmsNs, signals.nextDeadlineNs());
    }

    boolean isDue(final long timeNs) {
        final long deadlineNs = nextDeadlineNs();
        return deadlineNs <= timeNs && deadlineNs != Long.MAX_VALUE;
    }

    void onTimer(final long timeNs) {
        if (algorithms.nextDeadlineNs() <= timeNs) {
            algorithms.onTimer(timeNs);
        }
        if (pairs.nextDeadlineNs() <= timeNs) {
            pairs.onTimer(timeNs);
        }
        if (signals != null) {
            signals.onTimer(timeNs);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        algorithms.exchange(state);
        if (countsVolume) {
            volumes.exchange(state);
        }
        if (signals != null) {
            signals.exchange(state);
        }
        if (dayTrades != null) {
            dayTrades.exchange(state);
        }
    }
}
