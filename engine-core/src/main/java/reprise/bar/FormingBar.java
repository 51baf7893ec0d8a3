package reprise.bar;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** The bar that is forming. Owned by its builder; allocates nothing; part of replayed state. */
final class FormingBar implements Snapshotable {
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long inputCount;

    boolean isEmpty() {
        return inputCount == 0;
    }

    void clear() {
        inputCount = 0;
        volume = 0;
    }

    void add(
            final long inputOpen,
            final long inputHigh,
            final long inputLow,
            final long inputClose,
            final long inputVolume) {
        if (inputCount++ == 0) {
            open = inputOpen;
            high = inputHigh;
            low = inputLow;
        } else {
            high = Math.max(high, inputHigh);
            low = Math.min(low, inputLow);
        }
        close = inputClose;
        volume = saturatedSum(volume, inputVolume);
    }

    /** Of two numbers that are not negative; a sum beyond what a long can hold stays at the largest. */
    static long saturatedSum(final long a, final long b) {
        final long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    long open() {
        return open;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    long close() {
        return close;
    }

    long volume() {
        return volume;
    }

    long inputCount() {
        return inputCount;
    }

    @Override
    public void exchange(final StateExchange state) {
        inputCount = state.field("inputCount", inputCount);
        if (!isEmpty()) {
            open = state.field("open", open);
            high = state.field("high", high);
            low = state.field("low", low);
            close = state.field("close", close);
            volume = state.field("volume", volume);
        }
    }
}
