package reprise.core;

import reprise.calendar.SessionCalendar;
import reprise.guard.DataGuard;
import reprise.guard.GuardCheck;
import reprise.guard.GuardLimits;
import reprise.guard.TradingHours;
import reprise.guard.Verdict;
import reprise.market.InstrumentDefinition;
import reprise.message.EngineDecisions;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * The data guard's place in the core: guards every instrument from its definition on, puts changes of verdicts on record. Without limits it
 * lets everything through. Owned by the core; part of replayed state.
 */
final class GuardDesk implements Snapshotable {
    private final DataGuard guard;
    private final GuardLimits limits;
    private final EngineDecisions decisions;

    /** A desk; null limits guard nothing. */
    GuardDesk(final EngineClock clock, final GuardLimits limits, final EngineDecisions decisions) {
        this.limits = limits;
        this.decisions = decisions;
        this.guard = limits == null ? null : new DataGuard(clock, this::record);
    }

    private void record(
            final int instrumentId, final GuardCheck check, final Verdict verdict, final long value, final long limit) {
        decisions.guardVerdictChanged(instrumentId, check, verdict, value, limit);
    }

    void define(final InstrumentDefinition definition) {
        if (guard != null) {
            guard.define(limits, TradingHours.regular(SessionCalendar.named(definition.calendar())));
        }
    }

    /** Whether a bar may be used. */
    boolean takesBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        return guard == null || guard.onBar(instrumentId, closeTimeNs, periodNs, open, high, low, close, volume);
    }

    /** Whether a quote may be used. */
    boolean takesQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        return guard == null || guard.onQuote(instrumentId, venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
    }

    /** Whether a trade between others may be used. */
    boolean takesTrade(final int instrumentId, final long venueTimeNs, final long price, final long quantity) {
        return guard == null || guard.onTrade(instrumentId, venueTimeNs, price, quantity);
    }

    boolean blocksEntries(final int instrumentId) {
        return guard != null && guard.blocksEntries(instrumentId);
    }

    /** The operator has looked, and says that failed jumps and gaps are over. */
    void acknowledge(final int instrumentId) {
        if (guard != null) {
            guard.acknowledge(instrumentId);
        }
    }

    long nextDeadlineNs() {
        return guard == null ? Long.MAX_VALUE : guard.nextTimerNs();
    }

    void onTimer(final long timeNs) {
        if (guard != null && guard.nextTimerNs() <= timeNs) {
            guard.onTimer(timeNs);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        if (guard != null) {
            guard.exchange(state);
        }
    }
}
