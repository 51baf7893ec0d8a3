package reprise.indicator;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * The calculations on one instrument's bars of one kind, each once however often it was demanded, in an order in which every one comes
 * after what it reads. Or on the bars of several instruments: then it is brought up to date whenever all of them have a bar of the same
 * close time, so that nothing is ever paired with something older.
 *
 * <p>Single-threaded, owned by {@link Indicators}; allocates only while something is demanded; part of replayed state.
 */
final class IndicatorSet {
    private final String source;
    private final BarLines bars;
    private final IndicatorSet[] members;
    private IndicatorSet[] joints = {};
    private Indicator[] indicators = {};
    private long lastBarNs = Long.MIN_VALUE;
    private boolean warm;

    /** A set on bars of one kind. */
    IndicatorSet(final String source, final BarLines bars) {
        this.source = source;
        this.bars = bars;
        this.members = new IndicatorSet[] {this};
    }

    /** A set on bars that its members share. */
    IndicatorSet(final String source, final IndicatorSet... members) {
        this.source = source;
        this.bars = null;
        this.members = members;
        for (final IndicatorSet member : members) {
            member.joints = Arrays.copyOf(member.joints, member.joints.length + 1);
            member.joints[member.joints.length - 1] = this;
        }
    }

    String source() {
        return source;
    }

    /** Where its bars come from; null for a set on shared bars. */
    BarLines bars() {
        return bars;
    }

    IndicatorSet[] members() {
        return members;
    }

    int size() {
        return indicators.length;
    }

    Line bar(final String name) {
        warm &= bars.has(name);
        return bars.line(name, this, source);
    }

    /** Adds a calculation, all of whose inputs are there already. */
    void add(final Indicator indicator) {
        indicators = Arrays.copyOf(indicators, indicators.length + 1);
        indicators[indicators.length - 1] = indicator;
        warm = false;
    }

    /** A bar closed. One that is not later than the last is a repetition or too late, and changes nothing; but many trades have one time. */
    void onBar(
            final long closeTimeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        if (closeTimeNs < lastBarNs || closeTimeNs == lastBarNs && !bars.mayShareTime()) {
            return;
        }
        lastBarNs = closeTimeNs;
        bars.set(closeTimeNs, open, high, low, close, volume);
        update();
        for (final IndicatorSet joint : joints) {
            joint.onMember(closeTimeNs);
        }
    }

    private void onMember(final long closeTimeNs) {
        for (final IndicatorSet member : members) {
            if (member.lastBarNs != closeTimeNs) {
                return;
            }
        }
        lastBarNs = closeTimeNs;
        update();
    }

    private void update() {
        if (warm) {
            updateAll(indicators);
        } else {
            warmUp();
        }
    }

    /**
     * Written out for the first ones, because the compiler knows for each place in the code, and for nothing smaller, which calculation is called
     * there: sets mostly have the same ones in the same order, and so it can call them directly and not by a look at their class.
     */
    private static void updateAll(final Indicator... all) {
        final int count = all.length;
        if (count > 0) {
            all[0].update();
        }
        if (count > 1) {
            all[1].update();
        }
        if (count > 2) {
            all[2].update();
        }
        if (count > 3) {
            all[3].update();
        }
        if (count > 4) {
            all[4].update();
        }
        if (count > 5) {
            all[5].update();
        }
        if (count > 6) {
            all[6].update();
        }
        if (count > 7) {
            all[7].update();
        }
        for (int i = 8; i < count; i++) {
            all[i].update();
        }
    }

    private void warmUp() {
        if (bars != null) {
            bars.becomeReady();
        }
        boolean all = true;
        for (final Indicator indicator : indicators) {
            all &= indicator.warmUp();
        }
        warm = all;
    }

    void exchange(final StateExchange state) {
        state.text("source", source);
        lastBarNs = state.field("lastBarNs", lastBarNs);
        warm = state.field("warm", warm);
        if (bars != null) {
            bars.exchange(state);
        }
        for (final Indicator indicator : indicators) {
            state.text("indicator", indicator.output(0).name());
            indicator.exchange(state);
        }
    }
}
