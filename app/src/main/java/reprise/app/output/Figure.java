package reprise.app.output;

import java.util.Locale;

/** Measures as people read them in narrow columns; what is undefined is a hyphen. */
final class Figure {
    private static final double PERCENT = 100;

    private Figure() {}

    /** Two decimals. */
    static String ratio(final double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : infinite(value);
    }

    /** A fraction in percent with one decimal. */
    static String percent(final double fraction) {
        return Double.isFinite(fraction)
                ? String.format(Locale.ROOT, "%.1f%%", PERCENT * fraction)
                : infinite(fraction);
    }

    /** A moment; at midnight UTC the day alone. */
    static String moment(final long timeNs) {
        return Render.time(timeNs).replace("T00:00:00Z", "");
    }

    private static String infinite(final double value) {
        return value == Double.POSITIVE_INFINITY ? "inf" : "-";
    }
}
