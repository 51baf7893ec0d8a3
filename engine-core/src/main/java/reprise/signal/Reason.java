package reprise.signal;

import java.util.Arrays;

/**
 * Why something is wanted: a name and the values that made it so. Reusable; names and labels are meant to be constants; allocates nothing.
 */
public final class Reason {
    /** The most characters of a name. */
    public static final int MAX_NAME_LENGTH = 32;

    /** The most characters of a label. */
    public static final int MAX_LABEL_LENGTH = 16;

    /** The most values. */
    public static final int MAX_VALUES = 8;

    private final String[] labels = new String[MAX_VALUES];
    private final double[] values = new double[MAX_VALUES];
    private String name = "";
    private int count;

    /** Nothing yet. */
    public Reason() {
        Arrays.fill(labels, "");
    }

    /**
     * Begins anew.
     *
     * @param newName such as LONG_SPREAD; empty for none.
     * @return this, without values.
     */
    public Reason of(final String newName) {
        check("reason", newName, MAX_NAME_LENGTH);
        name = newName;
        count = 0;
        return this;
    }

    /**
     * Adds a value.
     *
     * @param label such as z.
     * @param value of an indicator, a price as a number, and so on; NaN for one that is not known.
     * @return this.
     */
    public Reason with(final String label, final double value) {
        check("label", label, MAX_LABEL_LENGTH);
        if (count == MAX_VALUES) {
            throw new IllegalStateException("a reason has at most " + MAX_VALUES + " values: " + name + ", " + label);
        }
        labels[count] = label;
        values[count] = value;
        count++;
        return this;
    }

    private static void check(final String what, final String text, final int maxLength) {
        if (text.length() > maxLength) {
            throw new IllegalArgumentException(what + " '" + text + "' is longer than " + maxLength
                    + " characters, which is what its record holds");
        }
    }

    /**
     * Becomes another one.
     *
     * @param other to be copied.
     */
    public void copyFrom(final Reason other) {
        name = other.name;
        count = other.count;
        System.arraycopy(other.labels, 0, labels, 0, count);
        System.arraycopy(other.values, 0, values, 0, count);
    }

    /**
     * Whether there is none.
     *
     * @return true without a name.
     */
    public boolean isEmpty() {
        return name.isEmpty();
    }

    /**
     * What it is called.
     *
     * @return empty for none.
     */
    public String name() {
        return name;
    }

    /**
     * How many values it has.
     *
     * @return 0 to {@link #MAX_VALUES}.
     */
    public int count() {
        return count;
    }

    /**
     * What a value is.
     *
     * @param index from 0.
     * @return its label; empty beyond the last.
     */
    public String label(final int index) {
        return index < count ? labels[index] : "";
    }

    /**
     * A value.
     *
     * @param index from 0.
     * @return NaN beyond the last.
     */
    public double value(final int index) {
        return index < count ? values[index] : Double.NaN;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < count; i++) {
            text.append(' ').append(labels[i]).append('=').append(values[i]);
        }
        return text.toString();
    }
}
