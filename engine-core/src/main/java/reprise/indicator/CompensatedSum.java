package reprise.indicator;

import reprise.state.StateExchange;

/** A sum that keeps in a second number what rounding cut off (Neumaier 1974, in Knuth's form without branches). Constant time. */
final class CompensatedSum {
    private double sum;
    private double cutOff;

    void add(final double value) {
        final double total = sum + value;
        final double rounded = total - sum;
        cutOff += (sum - (total - rounded)) + (value - rounded);
        sum = total;
    }

    void reset() {
        sum = 0;
        cutOff = 0;
    }

    double value() {
        return sum + cutOff;
    }

    void state(final StateExchange state) {
        sum = state.field("sum", sum);
        cutOff = state.field("cutOff", cutOff);
    }
}
