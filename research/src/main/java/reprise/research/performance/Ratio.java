package reprise.research.performance;

/** Quotients that are undefined rather than infinite. */
final class Ratio {
    private Ratio() {}

    /** NaN over what is not positive. */
    static double of(final double numerator, final double denominator) {
        return denominator > 0 ? numerator / denominator : Double.NaN;
    }

    /** {@code W - (1 - W) / payoff} [Kelly 1956]. */
    static double kelly(final double winRate, final double payoff) {
        return winRate - (1 - winRate) / payoff;
    }
}
