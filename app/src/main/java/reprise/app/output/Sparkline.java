package reprise.app.output;

/** The last values of something as one line of small bars, for terminals. */
public final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final double[] values;
    private long count;

    /**
     * An empty line.
     *
     * @param width how many values it shows.
     */
    public Sparkline(final int width) {
        values = new double[width];
    }

    /**
     * Adds a value at the right.
     *
     * @param value to show.
     */
    public void add(final double value) {
        values[(int) (count++ % values.length)] = value;
    }

    @Override
    public String toString() {
        final int shown = (int) Math.min(count, values.length);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shown; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        final StringBuilder text = new StringBuilder();
        for (long i = count - shown; i < count; i++) {
            final double value = values[(int) (i % values.length)];
            final double level = high > low ? (value - low) / (high - low) : 0;
            text.append(BARS.charAt((int) Math.round(level * (BARS.length() - 1))));
        }
        return text.toString();
    }
}
