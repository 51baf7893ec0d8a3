package reprise.simulation.report;

/**
 * What money would be worth that was put in equal parts into all instruments, each at its first close, and left there: no fees, no
 * rebalancing. The part of an instrument that has no price yet is cash. Allocates nothing but at its making.
 */
final class EqualHolding {
    private final double[] firstClose;
    private final double[] growth;
    private double sum;

    EqualHolding(final int instruments) {
        firstClose = new double[instruments];
        growth = new double[instruments];
        sum = instruments;
    }

    void onClose(final int instrumentId, final double close) {
        if (firstClose[instrumentId] == 0) {
            firstClose[instrumentId] = close;
        }
        final double now = firstClose[instrumentId] == 0 ? 0 : close / firstClose[instrumentId] - 1;
        sum += now - growth[instrumentId];
        growth[instrumentId] = now;
    }

    /** 1 at the beginning. */
    double value() {
        return growth.length == 0 ? 1 : sum / growth.length;
    }
}
