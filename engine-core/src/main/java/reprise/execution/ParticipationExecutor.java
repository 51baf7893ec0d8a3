package reprise.execution;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Trades a share of what the market trades (percent of volume): the target is the rate times the volume observed since the start, floored to
 * the lot, at most the whole. The observed volume includes our own trades where the market's does. Without volume it does not trade.
 *
 * <p>Catches up as every {@code SlicingExecutor} does: with the next child, within its limits.
 */
public final class ParticipationExecutor extends SlicingExecutor {
    private static final int RATE_DECIMALS = 8;
    private static final long ONE = 100_000_000L;

    private long rate;
    private long observedVolume;

    /**
     * An executor at rest.
     *
     * @param strategyId for whom.
     * @param instrument of what.
     * @param settings how children are cut.
     * @param entry to the market.
     * @param listener is told every decision.
     */
    public ParticipationExecutor(
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
     * @param newRate share of the volume, in units of 1e-8, above 0 and at most 1.
     * @param endNs when it ends.
     * @param nowNs the present.
     */
    public void start(final Side side, final long quantity, final long newRate, final long endNs, final long nowNs) {
        if (newRate <= 0 || newRate > ONE) {
            throw new IllegalArgumentException("rate must be above 0 and at most " + ONE + " (1e-8): " + newRate);
        }
        begin(side, quantity, endNs, nowNs);
        rate = newRate;
        observedVolume = 0;
    }

    /**
     * The market traded.
     *
     * @param volume how much, in quantity units.
     * @param nowNs the present.
     */
    public void onVolume(final long volume, final long nowNs) {
        if (isRunning() && volume > 0) {
            observedVolume = Math.addExact(observedVolume, volume);
            proceed(nowNs);
        }
    }

    @Override
    long target(final long nowNs) {
        return lastTarget();
    }

    @Override
    long lastTarget() {
        final long exact = Decimals.multiply(observedVolume, rate, RATE_DECIMALS, Rounding.FLOOR);
        return Math.min(exact - exact % instrument().definition().lotSize(), quantity());
    }

    @Override
    long nextTargetNs() {
        return NEVER;
    }

    @Override
    void scheduleState(final StateExchange state) {
        rate = state.field("rate", rate);
        observedVolume = state.field("observedVolume", observedVolume);
    }
}
