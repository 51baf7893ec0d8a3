package reprise.simulation.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One figure that a peer published, and ours.
 *
 * @param name what it is.
 * @param theirs as they print it.
 * @param expected of us; theirs, but where the two differ for a reason.
 * @param ours in the same form; more decimals are welcome.
 * @param bound by which the two may differ, derived from how each is rounded; 0 if ours must be what is expected to the last character.
 * @param why they differ, or a remark.
 */
record Figure(String name, String theirs, String expected, String ours, double bound, String why) {
    /** Must be equal to the last character. */
    static Figure equal(final String name, final String theirs, final Object ours) {
        return equal(name, theirs, ours, "");
    }

    /** The same, with a remark. */
    static Figure equal(final String name, final String theirs, final Object ours, final String remark) {
        return new Figure(name, theirs, theirs, ours.toString(), 0, remark);
    }

    /** Must be equal but for rounding that is accounted for. */
    static Figure within(
            final String name, final String theirs, final BigDecimal ours, final double bound, final String why) {
        return new Figure(name, theirs, theirs, ours.stripTrailingZeros().toPlainString(), bound, why);
    }

    /** The same for what is computed in doubles. */
    static Figure within(
            final String name, final String theirs, final double ours, final double bound, final String why) {
        return within(name, theirs, BigDecimal.valueOf(ours), bound, why);
    }

    /** Must be what they print when it is rounded to as many decimals. */
    static Figure printed(final String name, final String theirs, final double ours) {
        final int decimals = new BigDecimal(theirs).scale();
        return equal(name, theirs, String.format(Locale.ROOT, "%." + decimals + "f", ours), "as printed there");
    }

    /** Differs, for a reason, and must be what the reason makes of it. */
    static Figure differing(
            final String name, final String theirs, final String expected, final BigDecimal ours, final String why) {
        return new Figure(name, theirs, expected, ours.stripTrailingZeros().toPlainString(), 0, why);
    }

    void requireAgreement() {
        if (bound == 0) {
            assertThat(ours).as(name).isEqualTo(expected);
        } else {
            assertThat(Math.abs(difference().doubleValue()))
                    .as("%s: theirs %s, ours %s", name, theirs, ours)
                    .isLessThanOrEqualTo(bound);
        }
    }

    private BigDecimal difference() {
        return new BigDecimal(ours).subtract(new BigDecimal(theirs));
    }

    /** The cells of a table behind that of the case. */
    String cells() {
        return name + " | " + theirs + " | " + ours + " | " + differenceText() + " |";
    }

    private String differenceText() {
        if (!expected.equals(theirs)) {
            return difference() + ": " + why;
        }
        if (bound == 0) {
            return why.isEmpty() ? "none" : "none, " + why;
        }
        return difference().signum() == 0
                ? "none"
                : String.format(Locale.ROOT, "%.0e: %s, at most %.0e", difference(), why, bound);
    }
}
