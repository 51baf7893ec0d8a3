package reprise.execution;

import reprise.market.Instrument;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * What a round trip of a pair came to, from flat to flat: of each leg what was entered and left and for how much, and the fees. Changed by
 * the core alone; part of replayed state; allocates nothing.
 */
public final class PairRound {
    private final Instrument[] legs;
    private final long[] entered = new long[2];
    private final long[] enteredValue = new long[2];
    private final long[] left = new long[2];
    private final long[] leftValue = new long[2];
    private final long[] fees = new long[2];
    private Side side1 = Side.BUY;
    private long entryTimeNs;
    private long exitTimeNs;
    private boolean wasOpen;

    /**
     * A round in which nothing has traded.
     *
     * @param first leg.
     * @param second leg.
     */
    public PairRound(final Instrument first, final Instrument second) {
        legs = new Instrument[] {first, second};
    }

    /**
     * Forgets the round before.
     *
     * @param newSide1 which way the first leg goes.
     */
    public void begin(final Side newSide1) {
        side1 = newSide1;
        for (int i = 0; i < 2; i++) {
            entered[i] = 0;
            enteredValue[i] = 0;
            left[i] = 0;
            leftValue[i] = 0;
            fees[i] = 0;
        }
        entryTimeNs = 0;
        exitTimeNs = 0;
        wasOpen = false;
    }

    /** Both legs are held in their ratio. */
    public void opened() {
        wasOpen = true;
    }

    /**
     * A leg traded.
     *
     * @param leg 0 or 1.
     * @param side which way.
     * @param quantity how much; negative where a fill is taken back.
     * @param value of that, money, of the sign of the quantity.
     * @param fee money, of the sign of the quantity.
     * @param timeNs when.
     */
    public void traded(
            final int leg, final Side side, final long quantity, final long value, final long fee, final long timeNs) {
        if (side == side(leg)) {
            entered[leg] += quantity;
            enteredValue[leg] = Math.addExact(enteredValue[leg], value);
        } else {
            left[leg] += quantity;
            leftValue[leg] = Math.addExact(leftValue[leg], value);
        }
        fees[leg] = Math.addExact(fees[leg], fee);
        entryTimeNs = entryTimeNs == 0 ? timeNs : entryTimeNs;
        exitTimeNs = timeNs;
    }

    /**
     * Which way a leg was entered.
     *
     * @param leg 0 or 1.
     * @return its side.
     */
    public Side side(final int leg) {
        return leg == 0 ? side1 : side1.opposite();
    }

    /**
     * Whether anything traded.
     *
     * @return false for an opening of which nothing was filled.
     */
    public boolean hasTraded() {
        return entered[0] != 0 || entered[1] != 0;
    }

    /**
     * Whether both legs were held in their ratio at some time.
     *
     * @return false for an opening that failed.
     */
    public boolean wasOpen() {
        return wasOpen;
    }

    /**
     * How much of a leg was entered in all.
     *
     * @param leg 0 or 1.
     * @return quantity units.
     */
    public long quantity(final int leg) {
        return entered[leg];
    }

    /**
     * At which price a leg was entered.
     *
     * @param leg 0 or 1.
     * @return average in price units, rounded half to even; 0 where nothing was.
     */
    public long entryPrice(final int leg) {
        return entered[leg] > 0 ? legs[leg].priceOf(enteredValue[leg], entered[leg]) : 0;
    }

    /**
     * At which price a leg was left.
     *
     * @param leg 0 or 1.
     * @return average in price units, rounded half to even; 0 where nothing was.
     */
    public long exitPrice(final int leg) {
        return left[leg] > 0 ? legs[leg].priceOf(leftValue[leg], left[leg]) : 0;
    }

    /**
     * What a leg earned.
     *
     * @param leg 0 or 1.
     * @return money, after fees.
     */
    public long pnl(final int leg) {
        final long gained = Math.subtractExact(leftValue[leg], enteredValue[leg]);
        return Math.subtractExact(side(leg) == Side.BUY ? gained : -gained, fees[leg]);
    }

    /**
     * What both legs earned.
     *
     * @return money, after fees.
     */
    public long pnl() {
        return Math.addExact(pnl(0), pnl(1));
    }

    /**
     * What was paid to the venue.
     *
     * @return money.
     */
    public long fees() {
        return Math.addExact(fees[0], fees[1]);
    }

    /**
     * When it began.
     *
     * @return engine time of the first fill, nanoseconds since the epoch.
     */
    public long entryTimeNs() {
        return entryTimeNs;
    }

    /**
     * When it ended.
     *
     * @return engine time of the last fill so far, nanoseconds since the epoch.
     */
    public long exitTimeNs() {
        return exitTimeNs;
    }

    /**
     * Saves or restores it.
     *
     * @param state takes or gives the fields.
     */
    public void state(final StateExchange state) {
        side1 = Side.of(state.field("side1", side1.ordinal()));
        state.field("entered", entered);
        state.field("enteredValue", enteredValue);
        state.field("left", left);
        state.field("leftValue", leftValue);
        state.field("fees", fees);
        entryTimeNs = state.field("entryTimeNs", entryTimeNs);
        exitTimeNs = state.field("exitTimeNs", exitTimeNs);
        wasOpen = state.field("wasOpen", wasOpen);
    }
}
