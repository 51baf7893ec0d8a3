package reprise.simulation.alpaca;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.MarketHours;
import reprise.simulation.alpaca.stream.StreamLimits;
import reprise.simulation.alpaca.wire.Credentials;

/**
 * What a local venue is like.
 *
 * @param port of the loopback interface; 0 for a free one.
 * @param credentials that clients must show.
 * @param assets that are traded.
 * @param hours when stocks trade.
 * @param start what time it is at first.
 * @param terms of the account.
 * @param limits of the streams.
 * @param requestsPerMinute of trading and of data, each.
 * @param events whether past order updates can be read.
 */
public record AlpacaConfig(
        int port,
        Credentials credentials,
        List<Asset> assets,
        MarketHours hours,
        Instant start,
        AccountTerms terms,
        StreamLimits limits,
        int requestsPerMinute,
        boolean events) {
    private static final int GENEROUS_REQUESTS = 1_000_000;

    /** Checks ports and limits. */
    public AlpacaConfig {
        assets = List.copyOf(assets);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        if (requestsPerMinute < 1) {
            throw new IllegalArgumentException("requests a minute must be 1 or more: " + requestsPerMinute);
        }
    }

    /**
     * A venue for tests: a free port, keys KEY and SECRET, 100,000 dollars of margin, a Monday in February at eleven in New York, no limits.
     *
     * @param assets that are traded.
     * @return the configuration.
     */
    public static AlpacaConfig local(final List<Asset> assets) {
        return new AlpacaConfig(
                0,
                Credentials.DEFAULT,
                assets,
                MarketHours.US_EQUITIES,
                Instant.parse("2026-02-23T16:00:00Z"),
                AccountTerms.plain(new BigDecimal("100000")),
                StreamLimits.GENEROUS,
                GENEROUS_REQUESTS,
                true);
    }

    /**
     * The same at another port with other keys.
     *
     * @param newPort of the loopback interface.
     * @param newCredentials that clients must show.
     * @return a changed copy.
     */
    public AlpacaConfig listening(final int newPort, final Credentials newCredentials) {
        return new AlpacaConfig(
                newPort, newCredentials, assets, hours, start, terms, limits, requestsPerMinute, events);
    }

    /**
     * The same at another time.
     *
     * @param newHours when stocks trade.
     * @param newStart what time it is at first.
     * @return a changed copy.
     */
    public AlpacaConfig at(final MarketHours newHours, final Instant newStart) {
        return new AlpacaConfig(
                port, credentials, assets, newHours, newStart, terms, limits, requestsPerMinute, events);
    }

    /**
     * The same with another account.
     *
     * @param newTerms of the account.
     * @return a changed copy.
     */
    public AlpacaConfig withTerms(final AccountTerms newTerms) {
        return new AlpacaConfig(port, credentials, assets, hours, start, newTerms, limits, requestsPerMinute, events);
    }

    /**
     * The same with other limits.
     *
     * @param newLimits of the streams.
     * @param newRequestsPerMinute of trading and of data, each.
     * @return a changed copy.
     */
    public AlpacaConfig withLimits(final StreamLimits newLimits, final int newRequestsPerMinute) {
        return new AlpacaConfig(
                port, credentials, assets, hours, start, terms, newLimits, newRequestsPerMinute, events);
    }

    /**
     * The same, but that past order updates cannot be read.
     *
     * @return a changed copy.
     */
    public AlpacaConfig withoutEvents() {
        return new AlpacaConfig(port, credentials, assets, hours, start, terms, limits, requestsPerMinute, false);
    }
}
