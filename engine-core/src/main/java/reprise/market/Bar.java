package reprise.market;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The last finished bar of a series: of what a venue delivers for an instrument, or of what the engine builds. One object per series,
 * overwritten by each bar: valid only until the next one. Part of replayed state.
 */
public final class Bar implements Snapshotable {
    private final int priceDecimals;
    private final int quantityDecimals;
    private long closeTimeNs;
    private long periodNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    /**
     * No bar yet.
     *
     * @param priceDecimals scale of its prices.
     * @param quantityDecimals scale of its volume.
     */
    public Bar(final int priceDecimals, final int quantityDecimals) {
        this.priceDecimals = priceDecimals;
        this.quantityDecimals = quantityDecimals;
    }

    /**
     * A bar closed; called by the owner of the series only.
     *
     * @param newCloseTimeNs when it closed.
     * @param newPeriodNs how long it was.
     * @param newOpen first price.
     * @param newHigh highest price.
     * @param newLow lowest price.
     * @param newClose last price.
     * @param newVolume traded quantity.
     */
    public void set(
            final long newCloseTimeNs,
            final long newPeriodNs,
            final long newOpen,
            final long newHigh,
            final long newLow,
            final long newClose,
            final long newVolume) {
        closeTimeNs = newCloseTimeNs;
        periodNs = newPeriodNs;
        open = newOpen;
        high = newHigh;
        low = newLow;
        close = newClose;
        volume = newVolume;
    }

    /**
     * When the bar closed.
     *
     * @return nanoseconds since the epoch; 0 before the first bar.
     */
    public long closeTimeNs() {
        return closeTimeNs;
    }

    /**
     * How long the bar was.
     *
     * @return nanoseconds.
     */
    public long periodNs() {
        return periodNs;
    }

    /**
     * First price.
     *
     * @return in price units.
     */
    public long open() {
        return open;
    }

    /**
     * Highest price.
     *
     * @return in price units.
     */
    public long high() {
        return high;
    }

    /**
     * Lowest price.
     *
     * @return in price units.
     */
    public long low() {
        return low;
    }

    /**
     * Last price.
     *
     * @return in price units.
     */
    public long close() {
        return close;
    }

    /**
     * Traded quantity.
     *
     * @return in quantity units.
     */
    public long volume() {
        return volume;
    }

    /**
     * Scale of the prices.
     *
     * @return decimals.
     */
    public int priceDecimals() {
        return priceDecimals;
    }

    /**
     * Scale of the volume.
     *
     * @return decimals.
     */
    public int quantityDecimals() {
        return quantityDecimals;
    }

    @Override
    public void exchange(final StateExchange state) {
        closeTimeNs = state.field("barCloseTimeNs", closeTimeNs);
        periodNs = state.field("barPeriodNs", periodNs);
        open = state.field("barOpen", open);
        high = state.field("barHigh", high);
        low = state.field("barLow", low);
        close = state.field("barClose", close);
        volume = state.field("barVolume", volume);
    }
}
