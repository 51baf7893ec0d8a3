package reprise.simulation.results;

import java.util.Locale;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;

/** Figures as people read them: thousands separated, few decimals, '-' for what is undefined. The same in every locale. */
public final class Figures {
    /** Stands for what is not a number. */
    public static final String UNDEFINED = "-";

    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_MINUTE = 60e9;
    private static final double NS_PER_HOUR = 3600e9;
    private static final double NS_PER_DAY = 86_400e9;
    private static final int BASIS_POINT_DECIMALS = 4;

    private Figures() {}

    /**
     * A whole number.
     *
     * @param value of anything.
     * @return such as 1,234.
     */
    public static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * To the cent, as accounts are read; the files have every digit.
     *
     * @param value money.
     * @return such as -1,234.56.
     */
    public static String money(final long value) {
        final long cents = Decimals.rescale(value, Money.DECIMALS, 2, Rounding.HALF_EVEN);
        return (cents < 0 ? "-" : "")
                + count(Math.abs(cents / 100))
                + String.format(Locale.ROOT, ".%02d", Math.abs(cents % 100));
    }

    /**
     * A fraction in percent.
     *
     * @param fraction 1 for all.
     * @return such as 12.34 %.
     */
    public static String percent(final double fraction) {
        return Double.isNaN(fraction) ? UNDEFINED : String.format(Locale.ROOT, "%,.2f %%", 100 * fraction);
    }

    /**
     * A plain number with two decimals.
     *
     * @param value of anything.
     * @return such as 1,234.56.
     */
    public static String ratio(final double value) {
        return Double.isNaN(value) ? UNDEFINED : String.format(Locale.ROOT, "%,.2f", value);
    }

    /**
     * A plain number that is often whole: without decimals then, with two otherwise.
     *
     * @param value of anything.
     * @return such as 118 or 1,234.56.
     */
    public static String number(final double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : ratio(value);
    }

    /**
     * A share in basis points, to the digit that is needed.
     *
     * @param shareE8 with eight decimals.
     * @return such as 2.5.
     */
    public static String basisPoints(final long shareE8) {
        return Decimals.formatShort(shareE8, BASIS_POINT_DECIMALS);
    }

    /**
     * A length of time, in the largest unit that leaves more than one of it.
     *
     * @param ns nanoseconds.
     * @return such as 2.5 h.
     */
    public static String duration(final double ns) {
        if (Double.isNaN(ns)) {
            return UNDEFINED;
        }
        if (ns >= NS_PER_DAY) {
            return shortest(ns / NS_PER_DAY) + " d";
        }
        if (ns >= NS_PER_HOUR) {
            return shortest(ns / NS_PER_HOUR) + " h";
        }
        return ns >= NS_PER_MINUTE ? shortest(ns / NS_PER_MINUTE) + " min" : shortest(ns / NS_PER_SECOND) + " s";
    }

    private static String shortest(final double value) {
        return Decimals.formatShort(Math.round(value * 100), 2);
    }
}
