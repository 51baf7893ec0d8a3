package reprise.execution;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Trades a quantity evenly over a time (time-weighted average price): at the begin of slice k of n the target is {@code (k + 1) / n} of the whole,
 * floored to the lot, so that remainders fall to later slices and the last one reaches the whole exactly.
 *
 * <p>Catches up as every {@code SlicingExecutor} does: with the next child, within its limits.
 */
public final class TwapExecutor extends SlicingExecutor {
    private long startNs;
    private long endNs;
    private long slices = 1;
    private long slicesBegun;

    /**
     * An executor at rest.
     *
     * @param strategyId for whom.
     * @param instrument of what.
     * @param settings how children are cut.
     * @param entry to the market.
     * @param listener is told every decision.
     */
    public TwapExecutor(
            final int strategyId,
            final Instrument instrument,
            final SlicingSettings settings,
            final OrderEntry entry,
            final ExecutionListener listener) {
        super(strategyId, instrument, settings, entry, listener);
    }

    /**
     * Begins a parent order.
     *
     * @param side which way.
     * @param quantity how much, on lot.
     * @param sliceCount in how many slices, 1 or more.
     * @param newEndNs when it ends; the last slice begins one slice before.
     * @param nowNs the present, when the first slice begins.
     */
    public void start(
            final Side side, final long quantity, final long sliceCount, final long newEndNs, final long nowNs) {
        if (sliceCount < 1) {
            throw new IllegalArgumentException("slices must be 1 or more: " + sliceCount);
        }
        begin(side, quantity, newEndNs, nowNs);
        startNs = nowNs;
        endNs = newEndNs;
        slices = sliceCount;
        slicesBegun = 0;
        proceed(nowNs);
    }

    private long beginOf(final long slice) {
        return startNs + Decimals.multiplyDivide(endNs - startNs, slice, slices, Rounding.FLOOR);
    }

    @Override
    long target(final long nowNs) {
        while (slicesBegun < slices && nowNs >= beginOf(slicesBegun)) {
            slicesBegun++;
        }
        return lastTarget();
    }

    @Override
    long lastTarget() {
        final long exact = Decimals.multiplyDivide(quantity(), slicesBegun, slices, Rounding.FLOOR);
        return exact - exact % instrument().definition().lotSize();
    }

    @Override
    long nextTargetNs() {
        return slicesBegun < slices ? beginOf(slicesBegun) : NEVER;
    }

    @Override
    void scheduleState(final StateExchange state) {
        startNs = state.field("twapStartNs", startNs);
        endNs = state.field("twapEndNs", endNs);
        slices = state.field("slices", slices);
        slicesBegun = state.field("slicesBegun", slicesBegun);
    }
}
