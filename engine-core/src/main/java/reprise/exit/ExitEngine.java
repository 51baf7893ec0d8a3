package reprise.exit;

import reprise.market.SplitRatio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Watches every protected entry and says when and how much of it must be left. Single-threaded, owned by the core; allocates nothing once
 * as many positions were open as there will be; part of replayed state.
 *
 * <p>The core tells it of entries ({@link #protect}, {@link #onEntryFill}, {@link #onEntryEnded}), of prices, bars, time, halts and sessions,
 * of what else closes a position ({@link #onSignal}, {@link #flatten}), and what became of the exits it sent ({@link #onExitFill},
 * {@link #onExitEnded}). A price event costs the same for every open position of its instrument and nothing for other instruments.
 *
 * <p>With every price the rules are asked in the order of {@link ExitReason}, and the first that holds acts. What an order already stands
 * for is never sent twice; what an order did not sell, because it was refused, rejected or cancelled, is sent again with the next price.
 *
 * <p>A price that is older than the plan allows moves no stop and reaches no level; then only what is not at will acts: a flatten, the rest of
 * an exit that was begun, the longest hold and the end of the session. An entry without a plan is reported once, counted, and left alone.
 */
public final class ExitEngine extends ProtectedEntries implements Snapshotable {

    /**
     * An engine without positions.
     *
     * @param listener is told every decision.
     * @param plans that entries may name by their index; the order is part of the configuration.
     */
    public ExitEngine(final ExitListener listener, final ExitPlan... plans) {
        super(listener, plans);
    }

    /**
     * Others traded.
     *
     * @param instrumentId what.
     * @param price of the trade.
     * @param priceNs when it was made.
     * @param nowNs the present.
     */
    public void onTrade(final int instrumentId, final long price, final long priceNs, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            position.tradeNs = priceNs;
            watch.onPrice(position, position.sign * price, priceNs, nowNs);
            position = position.nextOfInstrument;
        }
    }

    /**
     * The best bid and offer changed. Their middle is a price where the last trade is too old and the spread is at most 1 % of it; rounded
     * against the holder.
     *
     * @param instrumentId of what.
     * @param bidPrice best bid.
     * @param askPrice best ask.
     * @param priceNs when.
     * @param nowNs the present.
     */
    public void onQuote(
            final int instrumentId, final long bidPrice, final long askPrice, final long priceNs, final long nowNs) {
        final long sum = bidPrice + askPrice;
        if (bidPrice > 0 && askPrice >= bidPrice && askPrice - bidPrice <= sum / 200) {
            ExitPosition position = exits.first(instrumentId);
            while (position != null) {
                watch.onMiddle(position, sum, priceNs, nowNs);
                position = position.nextOfInstrument;
            }
        }
    }

    /**
     * A bar ended whose ticks were not seen. Its open comes first, then its extremes in the order of the plan, then its close, at which only
     * time, stagnation, session and signal are asked. Of a bar during which the entry traded only the adverse extreme and the close count
     * (optimistic plans: the close), since the rest may have been before; one that ended before the entry does not count at all.
     *
     * @param instrumentId of what.
     * @param openNs when it began.
     * @param closeNs when it ended.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param nowNs the present.
     */
    public void onBar(
            final int instrumentId,
            final long openNs,
            final long closeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            final int sign = position.sign;
            final long best = sign > 0 ? high : -low;
            final long worst = sign > 0 ? low : -high;
            watch.onBar(position, openNs, closeNs, sign * open, worst, best, sign * close, nowNs);
            position = position.nextOfInstrument;
        }
    }

    /**
     * A bar ended whose prices were all told before: it only counts as one more bar.
     *
     * @param instrumentId of what.
     * @param closeNs when it ended.
     * @param nowNs the present.
     */
    public void onBarClosed(final int instrumentId, final long closeNs, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            if (position.isHeld() && closeNs > position.firstEntryNs) {
                position.barsHeld++;
                watch.askAgain(position, nowNs);
            }
            position = position.nextOfInstrument;
        }
    }

    /**
     * A market stopped or began to trade: a halt, its end, a session's end or begin. What is not trading does not age.
     *
     * @param instrumentId of what.
     * @param trades whether it trades now.
     * @param nowNs the present.
     */
    public void onTrading(final int instrumentId, final boolean trades, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            position.trading(trades, nowNs);
            position = position.nextOfInstrument;
        }
    }

    /**
     * The session is about to end.
     *
     * @param instrumentId of what.
     * @param nowNs the present.
     */
    public void onSessionClosing(final int instrumentId, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            position.sessionClosing = position.plan.sessionFlat();
            watch.askAgain(position, nowNs);
            position = position.nextOfInstrument;
        }
    }

    /**
     * The strategy wants out of an instrument; heard by plans that listen to it, and remembered while the price is stale.
     *
     * @param strategyId who wants.
     * @param instrumentId out of what.
     * @param nowNs the present.
     */
    public void onSignal(final int strategyId, final int instrumentId, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            if (position.strategyId == strategyId && position.plan.exitSignal()) {
                position.signalled = true;
                watch.askAgain(position, nowNs);
            }
            position = position.nextOfInstrument;
        }
    }

    /**
     * Everything held in an instrument must go.
     *
     * @param instrumentId of what.
     * @param nowNs the present.
     */
    public void flatten(final int instrumentId, final long nowNs) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            position.flattened = true;
            watch.askAgain(position, nowNs);
            position = position.nextOfInstrument;
        }
    }

    /**
     * A stop rests at the venue for an entry, or does so no longer. While it does, the rules that it takes the place of do not act here, and
     * the core lets no other exit pass; once it does not, what was refused because of it is asked for again at the last price.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry.
     * @param rests whether it does.
     * @param nowNs the present.
     */
    public void onNativeStop(final int instrumentId, final long entryOrderId, final boolean rests, final long nowNs) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            final boolean gone = position.resting && !rests;
            position.resting = rests;
            if (gone) {
                watch.retry(position, nowNs);
            }
        }
    }

    /**
     * An instrument was split: levels, prices and quantities of its positions are brought to the new units, and stops that should rest at the
     * venue are told anew.
     *
     * @param instrumentId of what.
     * @param ratio of the split.
     */
    public void onSplit(final int instrumentId, final SplitRatio ratio) {
        ExitPosition position = exits.first(instrumentId);
        while (position != null) {
            position.split(ratio);
            watch.tellStop(position);
            position = position.nextOfInstrument;
        }
    }

    /**
     * Tells once more where the stop at the venue should rest: the one that rested there is gone, and its place is not taken.
     *
     * @param instrumentId of what.
     * @param entryOrderId of the entry; without effect if it is over.
     */
    public void renewStop(final int instrumentId, final long entryOrderId) {
        final ExitPosition position = exits.find(instrumentId, entryOrderId);
        if (position != null) {
            position.forgetStop();
            watch.tellStop(position);
        }
    }

    /**
     * When {@link #onTimer} wants to be called.
     *
     * @return nanoseconds since the epoch; {@link Long#MAX_VALUE} for never. Costs a look at every open position.
     */
    public long nextDeadlineNs() {
        long deadline = Long.MAX_VALUE;
        for (int i = 0; i < exits.count(); i++) {
            deadline = Math.min(deadline, exits.at(i).nextDeadlineNs());
        }
        return deadline;
    }

    /**
     * Time passed without a price.
     *
     * @param nowNs the present.
     */
    public void onTimer(final long nowNs) {
        for (int i = 0; i < exits.count(); i++) {
            final ExitPosition position = exits.at(i);
            if (position.nextDeadlineNs() <= nowNs) {
                watch.tellFreshness(position, nowNs);
                watch.askAgain(position, nowNs);
            }
        }
    }

    /** How many entries are protected and not over. */
    public int openCount() {
        return exits.count();
    }

    /**
     * A protected entry.
     *
     * @param index from 0, in the order of entries.
     * @return valid until the next event.
     */
    public ExitPosition openAt(final int index) {
        return exits.at(index);
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("exits", 0);
        unprotectedCount = state.field("unprotectedCount", unprotectedCount);
        exits.exchange(state, plans);
    }
}
