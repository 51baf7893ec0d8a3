package reprise.simulation.alpaca.stream;

/**
 * What the plan and the server allow.
 *
 * @param symbols of trades and quotes on one stream of stocks; 0 for any number.
 * @param sip whether the streams of all exchanges are in the plan.
 * @param authTimeoutMs how long a client may take to say who it is, in milliseconds of wall time.
 */
public record StreamLimits(int symbols, boolean sip, long authTimeoutMs) {
    /** No limit of symbols, every feed, ten seconds. */
    public static final StreamLimits GENEROUS = new StreamLimits(0, true, 10_000);
}
