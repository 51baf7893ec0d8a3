package reprise.risk;

import reprise.calendar.SessionCalendar;
import reprise.market.SplitRatio;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The day-trade rules of an account, fed with its fills. Only what opens is ever refused: whoever holds a position may leave it.
 *
 * <p>Days are those of a calendar: a time in extended hours belongs to its session, a time between sessions to the next one. Under
 * LEGACY_PDT, day trades made in the window and openings of today that could still become one are counted together, with working openings
 * that the caller knows of; below the minimum equity the order that would be one more than allowed is refused, and the last allowed one
 * warns.
 *
 * <p>Owned by the core; allocates nothing after construction; part of replayed state.
 */
public final class DayTradeRules implements Snapshotable {
    private final DayTradeLimits limits;
    private final SessionCalendar calendar;
    private final DayTradeCount trades;
    private final SettledFunds funds;
    private DayTradeWarning warning = DayTradeWarning.NONE;
    private long value;
    private long limit;

    /**
     * Rules of an account without positions or funds.
     *
     * @param limits of the rules.
     * @param calendar that says what a business day is.
     * @param maxInstruments dense ids from 0 to one less.
     */
    public DayTradeRules(final DayTradeLimits limits, final SessionCalendar calendar, final int maxInstruments) {
        this.limits = limits;
        this.calendar = calendar;
        trades = new DayTradeCount(limits, maxInstruments);
        funds = new SettledFunds(limits, maxInstruments);
    }

    /**
     * Settled funds came or went, otherwise than by trading.
     *
     * @param timeNs when.
     * @param amount in money units; negative for a withdrawal.
     */
    public void onDeposit(final long timeNs, final long amount) {
        enter(timeNs);
        funds.deposit(amount);
    }

    /**
     * A position is taken over that was opened on an earlier day.
     *
     * @param instrumentId a dense id.
     * @param signedQuantity negative for short.
     */
    public void onTransfer(final int instrumentId, final long signedQuantity) {
        trades.transfer(instrumentId, signedQuantity);
    }

    /**
     * An order was filled, wholly or in part.
     *
     * @param instrumentId a dense id.
     * @param timeNs when.
     * @param signedQuantity positive for a buy.
     * @param notional what it was worth, in money units, positive.
     * @param fee paid, in money units.
     */
    public void onFill(
            final int instrumentId, final long timeNs, final long signedQuantity, final long notional, final long fee) {
        enter(timeNs);
        trades.onFill(instrumentId, signedQuantity);
        if (signedQuantity > 0) {
            funds.buy(instrumentId, signedQuantity, Math.addExact(notional, fee));
        } else {
            funds.sell(instrumentId, -signedQuantity, Math.subtractExact(notional, fee));
        }
    }

    /**
     * A fill was taken back. What of it was counted is counted no longer, as far as that can be told; else it stays counted.
     *
     * @param instrumentId a dense id.
     * @param timeNs when.
     * @param signedQuantity of the fill, positive for a buy.
     * @param notional what it was worth, in money units, positive.
     * @param fee that was paid, in money units.
     */
    public void onBust(
            final int instrumentId, final long timeNs, final long signedQuantity, final long notional, final long fee) {
        enter(timeNs);
        trades.onBust(instrumentId, signedQuantity);
        if (signedQuantity > 0) {
            funds.bustBuy(instrumentId, signedQuantity, Math.addExact(notional, fee));
        } else {
            funds.bustSell(instrumentId, -signedQuantity, Math.subtractExact(notional, fee));
        }
    }

    /**
     * An instrument was split: what is held, and what of it was opened today, is counted in the new units.
     *
     * @param instrumentId a dense id.
     * @param ratio of the split.
     */
    public void onSplit(final int instrumentId, final SplitRatio ratio) {
        trades.split(instrumentId, ratio);
        funds.split(instrumentId, ratio);
    }

    private void enter(final long timeNs) {
        final int extended = calendar.extendedSessionAt(timeNs);
        final int session = extended != SessionCalendar.NO_SESSION ? extended : calendar.sessionAtOrAfter(timeNs);
        trades.enter(session);
        funds.enter(session);
    }

    /**
     * Whether the rules allow an order. {@link #value}, {@link #limit} and {@link #warning} tell more until the next call.
     *
     * @param instrumentId a dense id.
     * @param timeNs when it is to be sent.
     * @param signedQuantity positive for a buy.
     * @param notional what it is worth, in money units, positive.
     * @param equity of the account, in money units.
     * @param longValue of all long positions, in money units.
     * @param shortValue of all short positions, in money units, positive.
     * @param workingOpenings instruments with a working opening order and nothing opened in them today, but for this one.
     * @return NONE, or why not.
     */
    public DayTradeReason check(
            final int instrumentId,
            final long timeNs,
            final long signedQuantity,
            final long notional,
            final long equity,
            final long longValue,
            final long shortValue,
            final int workingOpenings) {
        enter(timeNs);
        warning = DayTradeWarning.NONE;
        value = 0;
        limit = 0;
        final long opening = trades.opening(instrumentId, signedQuantity);
        switch (limits.regime()) {
            case LEGACY_PDT:
                return opening == 0 ? DayTradeReason.NONE : checkPattern(instrumentId, equity, workingOpenings);
            case INTRADAY_MARGIN:
                return opening == 0
                        ? DayTradeReason.NONE
                        : checkMargin(instrumentId, signedQuantity, notional, equity, longValue, shortValue);
            case CASH:
                return checkCash(instrumentId, signedQuantity, notional, opening);
            default:
                return DayTradeReason.NONE;
        }
    }

    private DayTradeReason checkPattern(final int instrumentId, final long equity, final int workingOpenings) {
        final int more = trades.isPossible(instrumentId) ? 0 : 1;
        value = (long) trades.made() + trades.possible() + workingOpenings + more;
        limit = limits.maxDayTrades();
        // Adding to what could become a day trade already makes no other.
        if (equity >= limits.minEquity() || more == 0) {
            return DayTradeReason.NONE;
        }
        if (value > limit) {
            return DayTradeReason.PATTERN_DAY_TRADER;
        }
        warning = value == limit ? DayTradeWarning.LAST_DAY_TRADE : DayTradeWarning.NONE;
        return DayTradeReason.NONE;
    }

    /** A turn first takes what is held from its own side, then adds the rest to the other, valued at the order's price. */
    private DayTradeReason checkMargin(
            final int instrumentId,
            final long signedQuantity,
            final long notional,
            final long equity,
            final long longValue,
            final long shortValue) {
        final long size = Math.abs(signedQuantity);
        final long opened = trades.opening(instrumentId, signedQuantity);
        final long added = Decimals.multiplyDivide(notional, opened, size, Rounding.CEILING);
        final long removed = Math.subtractExact(notional, added);
        final boolean buys = signedQuantity > 0;
        final long longAfter = buys ? Math.addExact(longValue, added) : Math.max(0, longValue - removed);
        final long shortAfter = buys ? Math.max(0, shortValue - removed) : Math.addExact(shortValue, added);
        value = Math.addExact(
                Money.fraction(longAfter, limits.longMargin(), Rounding.CEILING),
                Money.fraction(shortAfter, limits.shortMargin(), Rounding.CEILING));
        limit = equity;
        return value > equity ? DayTradeReason.INTRADAY_MARGIN_DEFICIT : DayTradeReason.NONE;
    }

    private DayTradeReason checkCash(
            final int instrumentId, final long signedQuantity, final long notional, final long opening) {
        if (signedQuantity < 0) {
            value = -signedQuantity;
            limit = Math.max(0, trades.quantity(instrumentId));
            warning = funds.isMarked(instrumentId) ? DayTradeWarning.GOOD_FAITH_VIOLATION : DayTradeWarning.NONE;
            return opening > 0 ? DayTradeReason.SHORT_IN_CASH_ACCOUNT : DayTradeReason.NONE;
        }
        final boolean restricted = funds.violations() >= limits.maxViolations();
        final boolean settledOnly = restricted || !limits.allowsUnsettled();
        value = notional;
        limit = settledOnly ? funds.settled() : Math.addExact(funds.settled(), funds.unsettled());
        if (value <= limit) {
            return DayTradeReason.NONE;
        }
        return restricted ? DayTradeReason.GOOD_FAITH_RESTRICTION : DayTradeReason.UNSETTLED_FUNDS;
    }

    /**
     * What the last check found.
     *
     * @return in the unit of its reason.
     */
    public long value() {
        return value;
    }

    /**
     * What the last check allowed.
     *
     * @return in the unit of its reason.
     */
    public long limit() {
        return limit;
    }

    /**
     * What the last check had to say of an order that it allowed.
     *
     * @return NONE for nothing.
     */
    public DayTradeWarning warning() {
        return warning;
    }

    /**
     * Day trades made in the window.
     *
     * @param timeNs now.
     * @return count.
     */
    public int dayTrades(final long timeNs) {
        enter(timeNs);
        return trades.made();
    }

    /**
     * Funds that have settled.
     *
     * @param timeNs now.
     * @return in money units.
     */
    public long settledFunds(final long timeNs) {
        enter(timeNs);
        return funds.settled();
    }

    /**
     * Good-faith violations that still count.
     *
     * @param timeNs now.
     * @return count.
     */
    public int violations(final long timeNs) {
        enter(timeNs);
        return funds.violations();
    }

    @Override
    public void exchange(final StateExchange state) {
        trades.state(state);
        funds.state(state);
    }
}
