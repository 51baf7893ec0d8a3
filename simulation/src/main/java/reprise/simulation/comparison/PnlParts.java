package reprise.simulation.comparison;

/**
 * Why two runs earned different amounts, part by part; positive where the first run, which traded for real, earned more. All in money; the
 * parts of an order add up to the difference of what it earned, to the last unit.
 *
 * @param price the same quantity was filled better or worse against the market of that moment.
 * @param latency the same quantity was filled at another moment, and the market had moved between.
 * @param fee other fees.
 * @param missing what only the simulation filled.
 * @param extra what only the real run filled.
 * @param reject what one of them did not fill because its venue refused the order.
 */
public record PnlParts(long price, long latency, long fee, long missing, long extra, long reject) {
    /** No difference. */
    public static final PnlParts NONE = new PnlParts(0, 0, 0, 0, 0, 0);

    /**
     * The whole of which these are the parts.
     *
     * @return money.
     */
    public long sum() {
        return price + latency + fee + missing + extra + reject;
    }

    PnlParts plus(final PnlParts other) {
        return new PnlParts(
                price + other.price,
                latency + other.latency,
                fee + other.fee,
                missing + other.missing,
                extra + other.extra,
                reject + other.reject);
    }
}
