package reprise.indicator;

import reprise.state.StateExchange;

/** The last {@code n} values. Constant time, allocates nothing after construction. */
final class Window {
    private final double[] ring;
    private int next;
    private int count;

    Window(final int length) {
        ring = new double[length];
    }

    /** Takes the next value and gives the one that it pushed out: 0 as long as there was room. */
    double push(final double value) {
        final double left = ring[next];
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (count < ring.length) {
            count++;
        }
        return left;
    }

    boolean isFull() {
        return count == ring.length;
    }

    int count() {
        return count;
    }

    int length() {
        return ring.length;
    }

    /** The oldest of a full window. */
    double oldest() {
        return ring[next];
    }

    /** A value of a full window by age, 0 for the oldest. */
    double at(final int index) {
        final int position = next + index;
        return ring[position < ring.length ? position : position - ring.length];
    }

    /** A value by age, 0 for the newest; there must have been so many. */
    double ago(final int bars) {
        final int position = next - 1 - bars;
        return ring[position < 0 ? position + ring.length : position];
    }

    /** The storage, in no particular order; what was never filled is 0. */
    double[] storage() {
        return ring;
    }

    void state(final StateExchange state) {
        state.field("ring", ring);
        next = state.field("next", next);
        count = state.field("count", count);
    }
}
