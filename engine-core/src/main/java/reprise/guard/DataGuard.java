package reprise.guard;

import java.util.Arrays;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * Checks what venues say of every instrument. The core asks it first: an input that it does not accept goes no further, neither into the
 * instrument nor into bars, indicators or strategies. Whatever it accepts goes on, suspicious or not, because exits must see the market as
 * it is: a crash is a jump, too. A FAIL of any check blocks new entries into the instrument, and never an exit.
 *
 * <table>
 * <caption>Checks: when they warn or fail, whether the input is dropped, and how long the verdict lasts</caption>
 * <tr><th>check</th><th>verdict</th><th>input</th><th>lasts until</th></tr>
 * <tr><td>QUOTE_PRICE</td><td>FAIL: a price is negative (zero: no price)</td><td>dropped</td><td>the next quote without</td></tr>
 * <tr><td>QUOTE_QUANTITY</td><td>FAIL: negative</td><td>dropped</td><td>the next quote without</td></tr>
 * <tr><td>CLOCK_BACKWARDS</td><td>WARN: older than the quote before, by the venue's clock</td><td>dropped, unless quotes are stale: then
 *     the clock is taken to be wrong</td><td>the next quote in order</td></tr>
 * <tr><td>CLOCK_AHEAD</td><td>WARN: the venue's time is later than the engine's by more than {@code maxAheadNs}</td><td>bars dropped, they
 *     cannot be finished; others go on, without regard to their time</td><td>the next input with a possible time</td></tr>
 * <tr><td>CROSSED_QUOTE</td><td>FAIL: bid above ask</td><td>goes on</td><td>the next two-sided quote that is not</td></tr>
 * <tr><td>LOCKED_QUOTE</td><td>WARN: bid equals ask</td><td>goes on</td><td>the next two-sided quote that is not</td></tr>
 * <tr><td>SPREAD</td><td>FAIL: more than {@code maxSpreadBps} of the middle</td><td>goes on</td><td>the next uncrossed quote within</td></tr>
 * <tr><td>TRADE_PRICE</td><td>FAIL: not positive</td><td>dropped</td><td>the next trade with a price</td></tr>
 * <tr><td>TRADE_QUANTITY</td><td>FAIL: negative</td><td>dropped</td><td>the next trade without</td></tr>
 * <tr><td>OUT_OF_ORDER_TRADE</td><td>WARN: older than the newest</td><td>dropped if older by more than {@code maxDisorderNs}, unless trades
 *     are stale</td><td>the next trade in order</td></tr>
 * <tr><td>DUPLICATE_TRADE</td><td>WARN: time, price and quantity of the one before; two fills of one order look like that</td><td>goes
 *     on</td><td>the next trade that differs</td></tr>
 * <tr><td>TRADE_JUMP</td><td>WARN, FAIL: from the trade before</td><td>goes on</td><td>WARN: the next trade within; FAIL: {@code
 *     healTrades} in a row within the limit to warn, or the operator</td></tr>
 * <tr><td>BAR_PRICE</td><td>FAIL: not positive</td><td>dropped</td><td>the next bar with prices</td></tr>
 * <tr><td>BAR_VOLUME</td><td>FAIL: negative</td><td>dropped</td><td>the next bar without</td></tr>
 * <tr><td>INCONSISTENT_BAR</td><td>FAIL: prices outside low and high; no length or time</td><td>dropped</td><td>the next that is
 *     consistent</td></tr>
 * <tr><td>OUT_OF_ORDER_BAR</td><td>WARN: closes before one that came</td><td>dropped</td><td>the next bar in order</td></tr>
 * <tr><td>DUPLICATE_BAR</td><td>WARN: the same again; FAIL: another of its time and length</td><td>dropped</td><td>the next bar</td></tr>
 * <tr><td>GAP</td><td>WARN, FAIL: bars missing in open time</td><td>goes on</td><td>WARN: the next bar without a gap; FAIL: {@code
 *     healBars} in a row without, or the operator</td></tr>
 * <tr><td>BAR_JUMP</td><td>WARN, FAIL: close from the close before</td><td>goes on</td><td>as TRADE_JUMP, with {@code healBars}</td></tr>
 * <tr><td>STALE_QUOTE, STALE_TRADE, STALE_BAR</td><td>FAIL: none for too long in open time, after the first</td><td>-</td><td>the next one
 *     that is itself young enough</td></tr>
 * </table>
 *
 * <p>A dropped input changes nothing but its counters and verdicts: the next one is compared with the last that was accepted, so a dropped
 * bar is a missing bar. Counters count inputs that did not pass, and for staleness how often it began. In strict mode every WARN is a FAIL.
 *
 * <p>Owned by the core; constant time per input, with a search in the calendar once per session; allocates only when instruments are
 * defined; part of replayed state.
 */
public final class DataGuard implements Snapshotable {
    private final EngineClock clock;
    private final GuardListener listener;
    private InstrumentGuard[] guards = {};
    private long nextTimerNs = Long.MAX_VALUE;

    /**
     * A guard without instruments.
     *
     * @param clock shows the time of the input.
     * @param listener is told of changes.
     */
    public DataGuard(final EngineClock clock, final GuardListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Begins to guard an instrument; called in order of dense ids, before any of its data.
     *
     * @param limits of its checks.
     * @param hours in which data is to be expected.
     * @return its id.
     */
    public int define(final GuardLimits limits, final TradingHours hours) {
        final int id = guards.length;
        guards = Arrays.copyOf(guards, id + 1);
        guards[id] = new InstrumentGuard(id, limits, hours, listener);
        return id;
    }

    /**
     * A venue delivered a bar.
     *
     * @param instrumentId a defined id.
     * @param closeTimeNs when it closed.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     * @return whether it is to be used; false: drop it.
     */
    public boolean onBar(
            final int instrumentId,
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        final InstrumentGuard guard = guards[instrumentId];
        final BarGuard bars = guard.bars;
        final long nowNs = clock.timeNs();
        final boolean accepted;
        if (bars.isSound(closeTimeNs, periodNs, open, high, low, close, volume)
                && bars.isFinished(nowNs, closeTimeNs)) {
            accepted = bars.accepts(closeTimeNs, periodNs, open, high, low, close, volume);
        } else {
            accepted = guard.verdicts.drop();
        }
        if (accepted) {
            bars.arrived(nowNs);
            schedule(bars.freshness().nextDeadlineNs());
        }
        return accepted;
    }

    /**
     * A venue's best bid or offer changed.
     *
     * @param instrumentId a defined id.
     * @param venueTimeNs the venue's time; 0 for unknown.
     * @param bidPrice best bid, 0 for none.
     * @param bidQuantity quantity at the best bid.
     * @param askPrice best ask, 0 for none.
     * @param askQuantity quantity at the best ask.
     * @return whether it is to be used; false: drop it.
     */
    public boolean onQuote(
            final int instrumentId,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final InstrumentGuard guard = guards[instrumentId];
        final boolean accepted =
                guard.quotes.accepts(clock.timeNs(), venueTimeNs, bidPrice, bidQuantity, askPrice, askQuantity);
        if (accepted) {
            schedule(guard.quotes.freshness().nextDeadlineNs());
        }
        return accepted;
    }

    /**
     * Others traded.
     *
     * @param instrumentId a defined id.
     * @param venueTimeNs the venue's time; 0 for unknown.
     * @param price of the trade.
     * @param quantity of the trade.
     * @return whether it is to be used; false: drop it.
     */
    public boolean onTrade(final int instrumentId, final long venueTimeNs, final long price, final long quantity) {
        final InstrumentGuard guard = guards[instrumentId];
        final boolean accepted = guard.trades.accepts(clock.timeNs(), venueTimeNs, price, quantity);
        if (accepted) {
            schedule(guard.trades.freshness().nextDeadlineNs());
        }
        return accepted;
    }

    /** Deadlines of other streams and instruments were scheduled when these came by. */
    private void schedule(final long deadlineNs) {
        nextTimerNs = Math.min(nextTimerNs, deadlineNs);
        clock.alarmBy(nextTimerNs);
    }

    /**
     * Time passed without data. The core calls it when {@link #nextTimerNs} is due, before any later event; visits every instrument.
     *
     * @param timeNs of the timer.
     */
    public void onTimer(final long timeNs) {
        nextTimerNs = Long.MAX_VALUE;
        for (int i = 0; i < guards.length; i++) {
            guards[i].evaluate(timeNs);
            schedule(guards[i].nextDeadlineNs());
        }
    }

    /**
     * When {@link #onTimer} is needed next. May become earlier with every input; the clock's alarm is set for it.
     *
     * @return nanoseconds since the epoch; {@link Long#MAX_VALUE} for never.
     */
    public long nextTimerNs() {
        return nextTimerNs;
    }

    /**
     * The operator has looked at failed jumps and gaps of an instrument and says that they are over. What is wrong still, a crossed quote or
     * silence, stays.
     *
     * @param instrumentId a defined id.
     */
    public void acknowledge(final int instrumentId) {
        guards[instrumentId].trades.acknowledge();
        guards[instrumentId].bars.acknowledge();
    }

    /**
     * Whether orders that open or enlarge a position are to be refused.
     *
     * @param instrumentId a defined id.
     * @return whether any check fails.
     */
    public boolean blocksEntries(final int instrumentId) {
        return guards[instrumentId].verdicts.isFailed();
    }

    /**
     * The worst verdict of all checks.
     *
     * @param instrumentId a defined id.
     * @return the verdict.
     */
    public Verdict verdict(final int instrumentId) {
        return guards[instrumentId].verdicts.worst();
    }

    /**
     * The verdict of a check.
     *
     * @param instrumentId a defined id.
     * @param check of interest.
     * @return its verdict.
     */
    public Verdict verdict(final int instrumentId, final GuardCheck check) {
        return guards[instrumentId].verdicts.of(check);
    }

    /**
     * How often a check did not pass.
     *
     * @param instrumentId a defined id.
     * @param check of interest.
     * @return count since the beginning.
     */
    public long count(final int instrumentId, final GuardCheck check) {
        return guards[instrumentId].verdicts.countOf(check);
    }

    /**
     * How many inputs were not accepted.
     *
     * @param instrumentId a defined id.
     * @return count since the beginning.
     */
    public long droppedCount(final int instrumentId) {
        return guards[instrumentId].verdicts.dropped();
    }

    /** {@inheritDoc} Restoring wants as many instruments to be defined already. */
    @Override
    public void exchange(final StateExchange state) {
        state.section("dataGuard", guards.length);
        nextTimerNs = state.field("nextTimerNs", nextTimerNs);
        for (final InstrumentGuard guard : guards) {
            guard.state(state);
        }
    }
}
