package reprise.strategies.momentum;

import reprise.state.StateExchange;

/** What whole sessions of a symbol were: its daily volatility, and the value traded a session. Fixed memory. */
final class SymbolDays {
    /** Sessions that count. */
    static final int SESSIONS = 20;

    private static final double ALPHA = 2.0 / (SESSIONS + 1);

    private final double[] values = new double[SESSIONS];
    private long count;
    private double lastClose = Double.NaN;
    private double variance = Double.NaN;
    private double meanValue;
    private double value;
    private double open = Double.NaN;
    private double close = Double.NaN;

    /** A session begins. */
    void begin(final double price) {
        open = price;
        value = 0;
    }

    void add(final double price, final double traded) {
        close = price;
        value += traded;
    }

    /** The session is over. */
    void end() {
        values[(int) (count % SESSIONS)] = value;
        count++;
        final int size = (int) Math.min(count, SESSIONS);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        meanValue = sum / size;
        final double square = (close / lastClose - 1) * (close / lastClose - 1);
        if (!Double.isNaN(square)) {
            variance = Double.isNaN(variance) ? square : variance + ALPHA * (square - variance);
        }
        lastClose = close;
    }

    long count() {
        return count;
    }

    /** The mean value of the last sessions; 0 before the first. */
    double meanValue() {
        return meanValue;
    }

    /** The volatility of a session's return, an exponential mean over about 20 of them; NaN before there are two. */
    double sigma() {
        return Math.sqrt(variance);
    }

    /** Since the last session's close; since this session's open before there was one. */
    double returnSoFar() {
        return close / (Double.isNaN(lastClose) ? open : lastClose) - 1;
    }

    void state(final StateExchange state) {
        state.field("values", values);
        count = state.field("sessions", count);
        lastClose = state.field("lastClose", lastClose);
        variance = state.field("variance", variance);
        meanValue = state.field("meanValue", meanValue);
        value = state.field("value", value);
        open = state.field("open", open);
        close = state.field("close", close);
    }
}
