package reprise.research.performance;

/**
 * Which curves are long enough for a return a year: CAGR, what is divided of it (Calmar, Martin's ratio), and alpha. A return of some hours
 * or days says nothing of a year: raised to the power of how often a year has them, 1 % a day is 3,688 %, and 1 % an hour more than anybody
 * owns. Volatility and ratios of returns grow with the root of time only and are given of any length, with their doubts.
 */
public final class AnnualReturn {
    /** Days from the first to the last point. */
    public static final int LEAST_DAYS = 30;

    private AnnualReturn() {}

    /**
     * Whether there is one.
     *
     * @param days from the first point to the last, with a fraction.
     * @return false where it is undefined.
     */
    public static boolean isDefined(final double days) {
        return days >= LEAST_DAYS;
    }
}
