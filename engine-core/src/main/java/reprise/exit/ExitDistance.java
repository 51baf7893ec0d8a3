package reprise.exit;

import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * How far from a price a level lies. Immutable.
 *
 * @param value in units of 1e-8: {@code 2_000_000} is 2 % of a price, {@code 150_000_000} is 1.5 average true ranges or risks.
 * @param unit what it is a multiple of.
 */
public record ExitDistance(long value, Unit unit) {
    /** One whole: 100 % of a price, or one average true range. */
    public static final long ONE = 100_000_000L;

    private static final int DECIMALS = 8;

    /** What a distance is a multiple of. */
    public enum Unit {
        /** The price from which the distance is taken. */
        RATE,
        /** The average true range that was told at entry. */
        ATR,
        /** The risk: the distance from the entry to its stop. */
        RISK
    }

    /** Refuses negative distances and ones that no price can be away. */
    public ExitDistance {
        final long most = unit == Unit.RATE ? 10 * ONE : 1_000 * ONE;
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("exit distance must be 0 to " + most + " (1e-8 " + unit + "): " + value);
        }
    }

    /**
     * A share of the price.
     *
     * @param value in units of 1e-8.
     * @return the distance.
     */
    public static ExitDistance rate(final long value) {
        return new ExitDistance(value, Unit.RATE);
    }

    /**
     * A multiple of the average true range.
     *
     * @param value in units of 1e-8.
     * @return the distance.
     */
    public static ExitDistance atr(final long value) {
        return new ExitDistance(value, Unit.ATR);
    }

    /**
     * A multiple of the distance between entry and stop.
     *
     * @param value in units of 1e-8.
     * @return the distance.
     */
    public static ExitDistance risk(final long value) {
        return new ExitDistance(value, Unit.RISK);
    }

    long of(final long price, final long atr, final long risk, final Rounding rounding) {
        final long base = switch (unit) {
            case RATE -> price;
            case ATR -> atr;
            case RISK -> risk;
        };
        return Decimals.multiply(base, value, DECIMALS, rounding);
    }
}
