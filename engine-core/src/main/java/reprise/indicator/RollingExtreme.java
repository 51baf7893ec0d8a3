package reprise.indicator;

import reprise.state.StateExchange;

/**
 * The largest or smallest of the last {@code n} values, by a queue of those that can still become it: each is larger (smaller) than all
 * behind it. Of equal ones the newest stays. Exact.
 *
 * <p>Amortised constant time, because every value enters and leaves once; the worst update takes {@code n} steps. Allocates nothing after
 * construction.
 */
final class RollingExtreme {
    private final double sign;
    private final int length;
    private final double[] values;
    private final long[] numbers;
    private int head;
    private int size;
    private long added;
    private long lastUndefined = Long.MIN_VALUE / 2;

    private RollingExtreme(final double sign, final int length) {
        this.sign = sign;
        this.length = length;
        values = new double[length];
        numbers = new long[length];
    }

    static RollingExtreme largest(final int length) {
        return new RollingExtreme(1, length);
    }

    static RollingExtreme smallest(final int length) {
        return new RollingExtreme(-1, length);
    }

    /** Takes the next value; NaN makes the extreme undefined until it has left the window. */
    void add(final double value) {
        if (size > 0 && numbers[head] <= added - length) {
            head = head + 1 == length ? 0 : head + 1;
            size--;
        }
        if (Double.isNaN(value)) {
            lastUndefined = added;
        } else {
            push(sign * value);
        }
        added++;
    }

    private void push(final double value) {
        int tail = head + size;
        tail = tail < length ? tail : tail - length;
        while (size > 0) {
            final int back = tail == 0 ? length - 1 : tail - 1;
            if (values[back] > value) {
                break;
            }
            tail = back;
            size--;
        }
        values[tail] = value;
        numbers[tail] = added;
        size++;
    }

    boolean isDefined() {
        return added >= length && added - lastUndefined > length;
    }

    /** The extreme; NaN while the window is not full or holds something undefined. */
    double value() {
        return isDefined() ? sign * values[head] : Double.NaN;
    }

    /** How many values ago the extreme came, 0 for the newest. */
    int age() {
        return (int) (added - 1 - numbers[head]);
    }

    void state(final StateExchange state) {
        state.field("values", values);
        state.field("numbers", numbers);
        head = state.field("head", head);
        size = state.field("size", size);
        added = state.field("added", added);
        lastUndefined = state.field("lastUndefined", lastUndefined);
    }
}
