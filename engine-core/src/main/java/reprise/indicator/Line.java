package reprise.indicator;

import reprise.bar.BarSeries;
import reprise.market.Instrument;

/**
 * The newest value of an indicator's output, or of a bar's price: what strategies read and what indicators are computed from. One object
 * for the life of its set, overwritten by each bar.
 *
 * <p>A line is <em>ready</em> once its warm-up is over; reading it earlier is an error, because a strategy is not called before what it
 * demanded is ready. A ready line can still be <em>undefined</em> on a bar, such as an RSI where nothing ever moved: then its value is NaN,
 * with which every comparison is false, so that it never looks like a signal.
 *
 * <p>Single-threaded, owned by the core; allocates nothing.
 */
public final class Line {
    private String name = "?";
    private IndicatorSet home;
    private int firstBar = 1;
    private int stableBar = 1;
    private double value = Double.NaN;
    private boolean ready;

    Line() {}

    void belongsTo(final IndicatorSet set, final String fullName, final int first, final int stable) {
        home = set;
        name = fullName;
        firstBar = first;
        stableBar = stable;
    }

    void set(final double newValue) {
        value = newValue;
    }

    void becomeReady() {
        ready = true;
    }

    void restore(final double newValue, final boolean newReady) {
        value = newValue;
        ready = newReady;
    }

    IndicatorSet home() {
        return home;
    }

    /** The value, also where there is none yet. */
    double raw() {
        return value;
    }

    /**
     * The newest value.
     *
     * @return the value; NaN where it is undefined on this bar.
     * @throws IllegalStateException while the line is not ready.
     */
    public double value() {
        // Whatever is not ready is NaN, so the usual case costs one comparison.
        if (Double.isNaN(value) && !ready) {
            throw new IllegalStateException(name + " is not ready: its first value comes with bar " + firstBar);
        }
        return value;
    }

    /**
     * Whether the warm-up is over.
     *
     * @return whether the value may be read.
     */
    public boolean isReady() {
        return ready;
    }

    /**
     * Whether there is a number to act on.
     *
     * @return false during the warm-up and where the value is undefined.
     */
    public boolean isDefined() {
        return !Double.isNaN(value);
    }

    /**
     * The full name, with all inputs and parameters spelled out; equal lines have equal names.
     *
     * @return such as {@code ema(close@BTCUSDT,15)}.
     */
    public String name() {
        return name;
    }

    /**
     * Of how many kinds of bars it is computed.
     *
     * @return 1, or more where it joins several.
     */
    public int sourceCount() {
        return home.members().length;
    }

    /**
     * Whose bars they are.
     *
     * @param index of the source, from 0.
     * @return the instrument.
     */
    public Instrument sourceInstrument(final int index) {
        return home.members()[index].bars().instrument();
    }

    /**
     * Which bars that the engine builds they are.
     *
     * @param index of the source, from 0.
     * @return null for the bars that the venue delivers.
     */
    public BarSeries sourceSeries(final int index) {
        return home.members()[index].bars().series();
    }

    /**
     * When the first value comes.
     *
     * @return in bars, 1 for the first; {@link IndicatorSpec#WITH_DATA} if it hangs on the data and not on a count.
     */
    public int firstBar() {
        return firstBar;
    }

    /**
     * When it no longer matters, to a part in a billion, with which bar the calculation began.
     *
     * @return in bars; {@link IndicatorSpec#NEVER} if it always matters.
     */
    public int stableBar() {
        return stableBar;
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
