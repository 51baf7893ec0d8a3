package reprise.core;

import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineDecisions;
import reprise.number.Money;
import reprise.order.Order;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.signal.Arbiter;
import reprise.signal.ArbitrationListener;
import reprise.signal.ArbitrationReason;
import reprise.signal.Decision;
import reprise.signal.Signal;
import reprise.signal.StrategyTerms;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The arbiter's place in the core: takes the signals of strategies, has them decided at the end of the event that brought a bar, or at the
 * end of the window of ticks, and puts every decision on record. What is accepted becomes the strategy's target; what stands against a
 * position becomes a suggestion to its exits. Results of closed positions and of days go back to the arbiter. Owned by the core; allocates
 * nothing in steady state; part of replayed state.
 */
final class SignalDesk implements ArbitrationListener, Snapshotable {
    /** How long a signal of a tick holds where it does not say. */
    private static final long TICK_TTL_NS = 3_000_000_000L;

    private static final double MAX_RATE = 9e9;

    private final CoreObserver observer;
    private final Leftovers leftovers;
    private final EngineClock clock;
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final AlgorithmDesk algorithms;
    private final ExitDesk exits;
    private final EngineDecisions decisions;
    private final SessionCalendar calendar;
    private final ArbitrationView view;
    private final Arbiter arbiter;
    private final ClosedTrades trades;
    private final SignalEntries entries;
    private final long[] pnlBefore;
    private long lastId;
    private boolean barsPending;
    private long dayEndNs;

    SignalDesk(
            final EngineCore core,
            final EngineClock clock,
            final CoreBooks books,
            final Parts parts,
            final ArbitrationPolicy policy,
            final long buyingPowerE8,
            final EngineDecisions decisions) {
        observer = core.observer();
        leftovers = core.leftovers();
        this.clock = clock;
        this.instruments = parts.instruments();
        this.portfolio = books.portfolio();
        this.algorithms = parts.algorithms();
        this.exits = parts.exits();
        this.decisions = decisions;
        calendar = SessionCalendar.named(policy.calendar());
        view = new ArbitrationView(core, clock, books, parts, policy, buyingPowerE8);
        arbiter = new Arbiter(policy.arbiter(), instruments, view, this);
        for (int i = 0; i < policy.strategies().size(); i++) {
            final StrategyTerms terms = policy.strategies().get(i);
            if (terms != null) {
                arbiter.define(i + 1, terms);
            }
        }
        trades = new ClosedTrades(portfolio);
        entries = new SignalEntries(portfolio.bookCount());
        pnlBefore = new long[portfolio.bookCount()];
    }

    /** What of the core it acts through. */
    record Parts(Instruments instruments, AlgorithmDesk algorithms, ExitDesk exits, RecentVolumes volumes) {}

    void define() {
        trades.define();
        entries.define();
    }

    /** A strategy offers a signal, because of a bar of a length or, where that is 0, of anything else. Returns its id. */
    long offer(final int strategyId, final Signal signal, final long barPeriodNs) {
        final long nowNs = clock.timeNs();
        final boolean onBar = barPeriodNs > 0;
        signal.offered(++lastId, nowNs, strategyId, onBar ? barPeriodNs : TICK_TTL_NS);
        if (onBar) {
            arbiter.offerOnBar(signal, nowNs);
            barsPending = true;
            leftovers.add();
        } else {
            arbiter.offerOnTick(signal, nowNs);
            clock.alarmBy(arbiter.deadlineNs());
        }
        return lastId;
    }

    /** What came with an event, or a timer, has all come. */
    void settle() {
        if (dayEndNs == 0) {
            dayEndNs = calendar.nextCloseNs(clock.timeNs());
            clock.alarmBy(dayEndNs);
        }
        if (barsPending) {
            barsPending = false;
            view.look();
            arbiter.onEndOfBatch(clock.timeNs());
        }
    }

    long nextDeadlineNs() {
        return Math.min(arbiter.deadlineNs(), dayEndNs == 0 ? Long.MAX_VALUE : dayEndNs);
    }

    void onTimer(final long timeNs) {
        if (arbiter.deadlineNs() <= timeNs) {
            view.look();
            arbiter.onTime(timeNs);
        }
        if (dayEndNs != 0 && dayEndNs <= timeNs) {
            endDay();
            dayEndNs = calendar.nextCloseNs(timeNs);
        }
    }

    private void endDay() {
        for (int book = 1; book < pnlBefore.length; book++) {
            long pnl = 0;
            for (int i = 0; i < instruments.count(); i++) {
                final Position position = portfolio.book(book, i);
                final long own = position.realisedPnl() - position.fees() + position.unrealisedPnl();
                pnl = Math.addExact(pnl, portfolio.valuation().valueOf(portfolio.currencyId(i), own));
            }
            arbiter.onPnl(book, pnl - pnlBefore[book]);
            pnlBefore[book] = pnl;
        }
        arbiter.onDayClosed();
    }

    @Override
    public void onDecision(final Decision decision) {
        record(decision);
        final Signal signal = decision.signal();
        switch (decision.reason()) {
            case ACCEPTED -> accept(decision);
            case EXIT_SUGGESTED -> exits.onSignal(decision.otherStrategyId(), signal.instrumentId());
            default -> {
                // The record says all.
            }
        }
        observer.onSignal(decision, clock.timeNs());
    }

    private void accept(final Decision decision) {
        final Signal signal = decision.signal();
        final Instrument instrument = instruments.get(signal.instrumentId());
        entries.accepted(decision, instrument.notional(signal.stopDistance(), decision.quantity()));
        final long held =
                portfolio.book(signal.strategyId(), signal.instrumentId()).quantity();
        final long wanted = signal.side().sign() * decision.quantity();
        exits.plans().choose(signal.strategyId(), instrument.id(), signal.exitPlanId());
        final boolean turns = held != 0 && Long.signum(held) != Long.signum(wanted);
        algorithms.target(
                signal.strategyId(),
                instrument,
                turns ? wanted : Math.addExact(held, wanted),
                decision.amount(),
                decision.quantity());
    }

    private void record(final Decision decision) {
        final Signal signal = decision.signal();
        if (!Double.isNaN(decision.calibratedConfidence())) {
            decisions.signalWeighed(
                    signal.id(),
                    signal.strategyId(),
                    signal.instrumentId(),
                    rate(decision.calibratedConfidence()),
                    rate(decision.expectedValue()),
                    rate(decision.score()),
                    rate(decision.overlap()),
                    rate(decision.correlation()));
        }
        final boolean suggestsExit = decision.reason() == ArbitrationReason.EXIT_SUGGESTED;
        decisions.signalDecided(
                signal.id(),
                signal.strategyId(),
                signal.instrumentId(),
                decision.reason(),
                decision.otherSignalId(),
                decision.otherStrategyId(),
                suggestsExit ? decision.quantity() : decision.value(),
                decision.limit());
        if (decision.reason() == ArbitrationReason.ACCEPTED || decision.reason() == ArbitrationReason.NO_SIZE) {
            decisions.signalSized(
                    signal.id(),
                    signal.instrumentId(),
                    signal.side(),
                    signal.entryPrice(),
                    signal.stopDistance(),
                    decision.quantity(),
                    decision.notional(),
                    decision.boundBy());
        }
    }

    /** In units of 1e-8, rounded to nearest, so that the record is exact. */
    static long rate(final double value) {
        return Double.isNaN(value)
                ? EngineDecisions.NOT_WEIGHED
                : (long) StrictMath.rint(Math.max(-MAX_RATE, Math.min(MAX_RATE, value)) * Money.ONE);
    }

    /** A fill was booked, and the books balance. */
    void onFill(final Order order) {
        final int strategyId = order.strategyId();
        final int instrumentId = order.instrumentId();
        if (trades.closes(strategyId, instrumentId)) {
            final double confidence = entries.confidence(strategyId, instrumentId);
            if (confidence >= 0) {
                final long pnl = trades.result();
                final double multiple = entries.multiple(strategyId, instrumentId, pnl);
                final int currencyId = portfolio.currencyId(instrumentId);
                arbiter.onOutcome(
                        strategyId, confidence, multiple, portfolio.valuation().valueOf(currencyId, pnl));
            }
            entries.closed(strategyId, instrumentId);
        }
        if (!portfolio.book(strategyId, instrumentId).isFlat()) {
            entries.opened(strategyId, instrumentId);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        lastId = state.key("signals", lastId);
        barsPending = state.field("barsPending", barsPending);
        dayEndNs = state.field("dayEndNs", dayEndNs);
        state.field("pnlBefore", pnlBefore);
        arbiter.exchange(state);
        trades.exchange(state);
        entries.exchange(state);
    }
}
