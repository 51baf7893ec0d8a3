package reprise.indicator;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * The last {@code n} values in order of size. Not constant time: the place is found in {@code log n} steps, then up to {@code n} values
 * move up in one block copy. A pair of heaps or a balanced tree would need {@code log n} steps in all, but as a walk through memory; up to
 * some thousand values the block copy is faster, and it is exact and allocates nothing.
 */
final class SortedWindow {
    private final Window window;
    private final double[] sorted;
    private int size;
    private int undefined;

    SortedWindow(final int length) {
        window = new Window(length);
        sorted = new double[length];
    }

    /** Takes the next value; NaN makes everything undefined until it has left the window. */
    void add(final double value) {
        final boolean full = window.isFull();
        final double left = window.push(value);
        if (full && Double.isNaN(left)) {
            undefined--;
        } else if (full) {
            remove(left);
        }
        if (Double.isNaN(value)) {
            undefined++;
        } else {
            // A negative zero would not be found again among positive ones.
            insert(value + 0.0);
        }
    }

    private void remove(final double value) {
        final int index = Arrays.binarySearch(sorted, 0, size, value + 0.0);
        size--;
        System.arraycopy(sorted, index + 1, sorted, index, size - index);
    }

    private void insert(final double value) {
        final int found = Arrays.binarySearch(sorted, 0, size, value);
        final int index = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, index, sorted, index + 1, size - index);
        sorted[index] = value;
        size++;
    }

    /** The quantile of the window, interpolated between its neighbours (type 7); NaN while it is undefined. */
    double quantile(final double probability) {
        if (!window.isFull() || undefined > 0) {
            return Double.NaN;
        }
        final double position = (size - 1) * probability;
        final int below = (int) position;
        final double low = sorted[below];
        return below + 1 < size ? low + (position - below) * (sorted[below + 1] - low) : low;
    }

    void state(final StateExchange state) {
        window.state(state);
        state.field("sorted", sorted);
        size = state.field("size", size);
        undefined = state.field("undefined", undefined);
    }
}
