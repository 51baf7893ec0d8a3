package reprise.bar;

import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Builds the bars of one series. For each input its owner calls {@link #endBefore} and then {@link #add}; after an input that is itself a
 * bar, {@link #endBefore} again with the time at which that bar closed. Between inputs it calls {@link #onDeadline} no earlier than
 * {@link #deadlineNs}. Each of these calls closes at most one bar and returns whether it did.
 *
 * <p>An input's time is the venue's. An input is <em>late</em> if it lies before the bar that is forming, or before the end of the last bar
 * that closed: what strategies have been told is not changed. A late trade is counted and goes into the bar that is forming or is the next
 * to form, as though it had happened when it became known: its volume is real and must be found in exactly one bar, and bars of every
 * length agree on where. A late quote or bar is counted and dropped: it has no volume of its own to keep (a late bar repeats or revises one
 * that was added).
 *
 * <p>Single-threaded, owned by the core; allocates nothing; part of replayed state.
 */
public abstract sealed class BarBuilder implements Snapshotable permits TimeBarBuilder, ThresholdBarBuilder {
    private final BarSeries series;
    private final FormingBar forming = new FormingBar();
    private long lateCount;
    private long droppedCount;

    BarBuilder(final BarSeries series) {
        this.series = series;
    }

    /**
     * A builder that has seen nothing.
     *
     * @param seriesId dense id of the new series.
     * @param instrument whose bars.
     * @param spec what bars.
     * @return the builder.
     */
    public static BarBuilder of(final int seriesId, final Instrument instrument, final BarSpec spec) {
        final BarSeries series = new BarSeries(seriesId, instrument, spec);
        return spec.kind() == BarKind.TIME ? new TimeBarBuilder(series) : new ThresholdBarBuilder(series);
    }

    /**
     * Carries what says which bars are built, ahead of the builder's own state.
     *
     * @param state takes each field and gives its value from now on.
     * @param builder that builds them; null if there is none yet, to be restored.
     * @param instruments of which bars may be built.
     * @param seriesId dense id of the series.
     * @return the builder to go on with, new if there was none.
     */
    public static BarBuilder exchange(
            final StateExchange state, final BarBuilder builder, final Instruments instruments, final int seriesId) {
        state.section("barSeries", seriesId);
        final BarSeries series = builder == null ? null : builder.series;
        final int instrumentId = state.field(
                "instrumentId", series == null ? 0 : series.instrument().id());
        final BarSpec spec = BarSpec.exchange(state, series == null ? BarSpec.daily() : series.spec());
        return builder == null ? of(seriesId, instruments.get(instrumentId), spec) : builder;
    }

    /**
     * What is built.
     *
     * @return one object for the life of the builder.
     */
    public final BarSeries series() {
        return series;
    }

    /**
     * How many inputs came when their bar had closed.
     *
     * @return count, of those added to another bar and those dropped.
     */
    public final long lateCount() {
        return lateCount;
    }

    /**
     * How many inputs are in no bar: outside of sessions, late quotes and bars, bars longer than those to be built, and what makes no
     * sense (no price, negative quantity).
     *
     * @return count.
     */
    public final long droppedCount() {
        return droppedCount;
    }

    /**
     * The market has come to a time: closes the bar that ended at or before it, if it holds anything.
     *
     * @param timeNs by the venue.
     * @return whether a bar closed.
     */
    public abstract boolean endBefore(long timeNs);

    /**
     * Takes an input, after {@link #endBefore} was called with its time.
     *
     * @param nowNs engine time.
     * @param timeNs of the input; of a bar, the last nanosecond in it.
     * @param open its first price.
     * @param high its highest price.
     * @param low its lowest price.
     * @param close its last price.
     * @param volume traded quantity.
     * @return whether that completed a bar, which is closed then.
     */
    public final boolean add(
            final long nowNs,
            final long timeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        if (low <= 0 || volume < 0 || !prepare(nowNs, timeNs)) {
            droppedCount++;
            return false;
        }
        forming.add(open, high, low, close, volume);
        return completedBy(timeNs, close, volume);
    }

    /**
     * Takes a trade or the middle of a quote; see the other one.
     *
     * @param nowNs engine time.
     * @param timeNs of the input.
     * @param price of the input.
     * @param volume traded quantity.
     * @return whether that completed a bar, which is closed then.
     */
    public final boolean add(final long nowNs, final long timeNs, final long price, final long volume) {
        return add(nowNs, timeNs, price, price, price, price, volume);
    }

    /** An input was seen that cannot be a part of these bars. */
    public final void drop() {
        droppedCount++;
    }

    /**
     * When the forming bar is to be closed though nothing came.
     *
     * @return engine time, or {@link Long#MAX_VALUE} if nothing is waiting for time.
     */
    public abstract long deadlineNs();

    /**
     * Time has passed.
     *
     * @param nowNs engine time.
     * @return whether a bar closed.
     */
    public final boolean onDeadline(final long nowNs) {
        return deadlineNs() <= nowNs && endBefore(Long.MAX_VALUE);
    }

    /** Makes ready to add an input of a time. Returns false if it is in no bar. */
    abstract boolean prepare(long nowNs, long timeNs);

    /** An input was added: closes the bar if that completed it. */
    abstract boolean completedBy(long timeNs, long price, long volume);

    final FormingBar forming() {
        return forming;
    }

    /** Counts a late input. Returns whether it is to be added all the same. */
    final boolean admitLate() {
        lateCount++;
        return series.spec().input() == BarInput.TRADES;
    }

    final boolean close(final long closeTimeNs, final long periodNs) {
        series.closed(forming, closeTimeNs, periodNs);
        forming.clear();
        return true;
    }

    @Override
    public void exchange(final StateExchange state) {
        series.exchange(state);
        lateCount = state.field("lateCount", lateCount);
        droppedCount = state.field("droppedCount", droppedCount);
        series.bar().exchange(state);
        forming.exchange(state);
    }
}
