package reprise.research.statistics;

/** How often a spread goes through its mean: chances that there have been, and proof that it does not sit on one side. */
public final class MeanCrossings {
    private MeanCrossings() {}

    /**
     * Counts the changes of side.
     *
     * @param spread in order of time.
     * @return crossings; a value on the mean belongs to the side before it.
     */
    public static int count(final double[] spread) {
        int crossings = 0;
        double side = 0;
        for (final double deviation : Sums.centered(spread)) {
            final double now = Math.signum(deviation);
            if (now * side < 0) {
                crossings++;
            }
            side = now == 0 ? side : now;
        }
        return crossings;
    }
}
