package reprise.indicator;

import reprise.state.StateExchange;

/**
 * One calculation, brought up to date once per bar: reads its input lines and emits its outputs. A subclass keeps the lines it was made
 * with, updates in constant time wherever that is possible and says so where it is not, and allocates nothing after construction.
 *
 * <p>It is updated only on bars on which all its inputs are ready, but an input may be undefined (NaN). Averages with memory leave such a
 * bar out; windows are undefined while they hold one.
 *
 * <p>Single-threaded, owned by an {@link IndicatorSet}; part of replayed state.
 */
public abstract class Indicator {
    private final Line[] outputs;
    private final Line first;
    private Line[] inputs = {};
    private int warmUp = 1;
    private int updates;
    private boolean warm;

    /** An indicator with one output. */
    protected Indicator() {
        this(1);
    }

    /**
     * An indicator with several outputs.
     *
     * @param outputCount how many, as many as its {@link IndicatorSpec} names.
     */
    protected Indicator(final int outputCount) {
        outputs = new Line[outputCount];
        for (int i = 0; i < outputCount; i++) {
            outputs[i] = new Line();
        }
        first = outputs[0];
    }

    /** Takes the newest values of the input lines and emits the outputs. Called once per bar. */
    protected abstract void update();

    /**
     * Carries everything that can influence a later value, in a fixed order; the outputs themselves are carried already.
     *
     * @param state takes each field and gives it back.
     */
    protected abstract void state(StateExchange state);

    /**
     * Sets the only output, or the first of several.
     *
     * @param value from now on; NaN for undefined.
     */
    protected final void emit(final double value) {
        first.set(value);
    }

    /**
     * Sets one of several outputs.
     *
     * @param output from 0, in the order of the {@link IndicatorSpec}.
     * @param value from now on; NaN for undefined.
     */
    protected final void emit(final int output, final double value) {
        outputs[output].set(value);
    }

    /**
     * What was emitted last as the first output.
     *
     * @return the value; NaN if undefined or not emitted yet.
     */
    protected final double last() {
        return first.raw();
    }

    final Line output(final int index) {
        return outputs[index];
    }

    final int outputCount() {
        return outputs.length;
    }

    final void wire(final Line[] from, final int warmUpBars) {
        inputs = from;
        warmUp = warmUpBars;
    }

    /** Like {@link #update} while not everything is ready: waits for the inputs, counts, and says whether the warm-up is over. */
    final boolean warmUp() {
        for (final Line input : inputs) {
            if (!input.isReady()) {
                return false;
            }
        }
        update();
        if (!warm) {
            updates++;
            warm = warmUp == IndicatorSpec.WITH_DATA ? first.isDefined() : updates >= warmUp;
            if (warm) {
                for (final Line output : outputs) {
                    output.becomeReady();
                }
            }
        }
        return warm;
    }

    final void exchange(final StateExchange state) {
        updates = state.field("updates", updates);
        warm = state.field("warm", warm);
        for (final Line output : outputs) {
            output.restore(state.field("value", output.raw()), warm);
        }
        state(state);
    }
}
