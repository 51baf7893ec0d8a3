package reprise.alpaca.order;

import java.time.Duration;

/**
 * How orders are placed.
 *
 * @param venueId by which the engine names the venue.
 * @param prefix what client order ids of this run begin with.
 * @param extendedHours whether limit orders of stocks also trade outside of the session.
 * @param cryptoFeeE8 share of what is received that is taken of fills of crypto, in units of 1e-8.
 * @param request how long an answer may take.
 * @param stale how long the stream may take to tell what an answer has shown.
 */
public record OrderSettings(
        int venueId, String prefix, boolean extendedHours, long cryptoFeeE8, Duration request, Duration stale) {}
