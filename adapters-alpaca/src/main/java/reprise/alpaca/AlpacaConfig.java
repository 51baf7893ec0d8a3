package reprise.alpaca;

import java.net.URI;
import java.time.Duration;
import reprise.alpaca.stream.StreamSettings;

/**
 * How Alpaca is used. Its text never shows the keys.
 *
 * @param venueId by which the engine names this venue.
 * @param keyId the key's name.
 * @param secret the key.
 * @param endpoints where Alpaca is.
 * @param feed where prices of stocks come from.
 * @param streams what is subscribed to.
 * @param orderPrefix what the client order ids of this run's orders begin with; no other run of the account ever used it.
 * @param extendedHours whether limit orders of stocks also trade before, after and between the sessions.
 * @param limits of time and rate.
 * @param cryptoFeeE8 share of what is received that is taken of fills of crypto, in units of 1e-8.
 * @param ahead how far the venue's clock is ahead of the machine's, for a run that lives in the venue's time.
 */
public record AlpacaConfig(
        int venueId,
        String keyId,
        String secret,
        AlpacaEndpoints endpoints,
        AlpacaFeed feed,
        Streams streams,
        String orderPrefix,
        boolean extendedHours,
        Limits limits,
        long cryptoFeeE8,
        Duration ahead) {
    /** Of accounts that trade little: 25 basis points. */
    public static final long USUAL_CRYPTO_FEE_E8 = 250_000;

    /**
     * For a run that lives in the machine's time, at the usual fee.
     *
     * @param venueId by which the engine names this venue.
     * @param keyId the key's name.
     * @param secret the key.
     * @param endpoints where Alpaca is.
     * @param feed where prices of stocks come from.
     * @param streams what is subscribed to.
     * @param orderPrefix what the client order ids of this run's orders begin with.
     * @param extendedHours whether limit orders of stocks also trade before, after and between the sessions.
     * @param limits of time and rate.
     */
    public AlpacaConfig(
            final int venueId,
            final String keyId,
            final String secret,
            final AlpacaEndpoints endpoints,
            final AlpacaFeed feed,
            final Streams streams,
            final String orderPrefix,
            final boolean extendedHours,
            final Limits limits) {
        this(
                venueId,
                keyId,
                secret,
                endpoints,
                feed,
                streams,
                orderPrefix,
                extendedHours,
                limits,
                USUAL_CRYPTO_FEE_E8,
                Duration.ZERO);
    }

    /**
     * The same with another fee.
     *
     * @param feeE8 share of what is received that is taken of fills of crypto, in units of 1e-8.
     * @return all else as here.
     */
    public AlpacaConfig withCryptoFee(final long feeE8) {
        return new AlpacaConfig(
                venueId, keyId, secret, endpoints, feed, streams, orderPrefix, extendedHours, limits, feeE8, ahead);
    }

    /**
     * The same for a run that lives in the venue's time.
     *
     * @param clock how far the venue's clock is ahead of the machine's.
     * @return all else as here.
     */
    public AlpacaConfig inTimeOfVenue(final Duration clock) {
        return new AlpacaConfig(
                venueId,
                keyId,
                secret,
                endpoints,
                feed,
                streams,
                orderPrefix,
                extendedHours,
                limits,
                cryptoFeeE8,
                clock);
    }

    /**
     * What is subscribed to, for each instrument; bars and statuses always are.
     *
     * @param trades each trade.
     * @param quotes each change of the best bid or offer.
     * @param books the order books of crypto.
     */
    public record Streams(boolean trades, boolean quotes, boolean books) {}

    /**
     * Limits of time and rate.
     *
     * @param request how long an answer may take before its outcome is unknown.
     * @param stale how long a stream may be silent while its market is open before it is opened anew.
     * @param firstRetry the longest wait before the first reconnection; it doubles with each one that fails.
     * @param lastRetry the longest wait before any.
     * @param requestsPerMinute of all REST calls together, until the answers' own headers say otherwise.
     */
    public record Limits(
            Duration request, Duration stale, Duration firstRetry, Duration lastRetry, int requestsPerMinute) {
        /** What suits the real service. */
        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofSeconds(1), Duration.ofSeconds(60), 200);
    }

    /** How a stream of this venue is kept. */
    StreamSettings stream(final String name, final URI uri) {
        return new StreamSettings(name, uri, limits.request(), limits.stale(), limits.firstRetry(), limits.lastRetry());
    }

    @Override
    public String toString() {
        return "AlpacaConfig[" + endpoints.trading() + ", feed " + feed + ", " + streams + "]";
    }
}
