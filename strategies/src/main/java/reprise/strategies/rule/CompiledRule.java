package reprise.strategies.rule;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * One rule on the bars of one instrument. It fires on the bar on which what it waits for becomes true, having not been true on the bar
 * before; what is unknown is not true. A bar costs as many steps as the rule has, however far back they look.
 *
 * <p>Single-threaded, owned by its strategy; allocates nothing after construction; part of replayed state.
 */
public final class CompiledRule implements Snapshotable {
    private final String name;
    private final Step[] steps;
    private final Step when;
    private final String[] labels;
    private final Step[] shown;
    private boolean wasTrue;

    CompiledRule(final String name, final Step[] steps, final Step when, final String[] labels, final Step[] shown) {
        this.name = name;
        this.steps = steps;
        this.when = when;
        this.labels = labels;
        this.shown = shown;
    }

    /**
     * A bar closed, and the indicators are up to date.
     *
     * @return whether the rule fires.
     */
    public boolean onBar() {
        for (final Step step : steps) {
            step.take();
        }
        final boolean isTrue = when.value == Step.TRUE;
        final boolean fires = isTrue && !wasTrue;
        wasTrue = isTrue;
        return fires;
    }

    /** Begins anew: nothing is known of the bars before. */
    public void forget() {
        for (final Step step : steps) {
            step.forget();
        }
        wasTrue = false;
    }

    /**
     * What it knows after the last bar.
     *
     * @return 1 for true, 0 for false, NaN for unknown.
     */
    public double state() {
        return when.value;
    }

    /**
     * Its name.
     *
     * @return as configured.
     */
    public String name() {
        return name;
    }

    /**
     * How many of the lines that it reads explain it.
     *
     * @return 0 to 8.
     */
    public int shownCount() {
        return labels.length;
    }

    /**
     * What a line that explains it is called.
     *
     * @param index from 0.
     * @return the expression, cut to 16 characters.
     */
    public String label(final int index) {
        return labels[index];
    }

    /**
     * The newest value of a line that explains it.
     *
     * @param index from 0.
     * @return NaN for unknown.
     */
    public double shown(final int index) {
        return shown[index].value;
    }

    /**
     * How many steps a bar costs.
     *
     * @return equal steps counted once.
     */
    public int size() {
        return steps.length;
    }

    @Override
    public void exchange(final StateExchange state) {
        wasTrue = state.field("wasTrue", wasTrue);
        for (final Step step : steps) {
            step.exchange(state);
        }
    }
}
