package reprise.simulation.results;

/** Neumaier's sum: keeps what plain addition loses, so that millions of small terms add up to the last digits of a double. */
final class CompensatedSum {
    private double sum;
    private double compensation;

    void add(final double term) {
        final double total = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? (sum - total) + term : (term - total) + sum;
        sum = total;
    }

    double value() {
        return sum + compensation;
    }
}
