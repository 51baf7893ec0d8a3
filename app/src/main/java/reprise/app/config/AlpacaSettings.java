package reprise.app.config;

import java.time.Duration;
import java.util.function.Supplier;
import reprise.alpaca.AlpacaCapabilities;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaEndpoints;
import reprise.alpaca.AlpacaFeed;
import reprise.market.InstrumentDefinition;

/**
 * How a configuration uses Alpaca. Keys are looked up when they are needed: what only backtests needs none.
 *
 * @param account whose money it is.
 * @param port of a server on this machine; of {@link AccountKind#LOCAL} only.
 * @param isLiveAllowed whether the configuration says that it may trade real money.
 * @param venueTime whether the engine lives in the venue's time instead of the machine's; of {@link AccountKind#LOCAL} only.
 * @param keyId finds the key's name.
 * @param secret finds the key.
 * @param feed where prices of stocks come from.
 * @param streams what is subscribed to.
 * @param extendedHours whether limit orders of stocks trade outside the sessions too.
 * @param cryptoFeeE8 share of what is received that is taken of fills of crypto, in units of 1e-8.
 * @param brackets who makes brackets of stocks.
 * @param amounts how what is sized by an amount of money is ordered.
 * @param limits of time and rate.
 */
public record AlpacaSettings(
        AccountKind account,
        int port,
        boolean isLiveAllowed,
        boolean venueTime,
        Supplier<Secret> keyId,
        Supplier<Secret> secret,
        AlpacaFeed feed,
        AlpacaConfig.Streams streams,
        boolean extendedHours,
        long cryptoFeeE8,
        Brackets brackets,
        Amounts amounts,
        AlpacaConfig.Limits limits) {
    /** What a server on this machine takes if nobody says otherwise; opens nothing else. */
    private static final String LOCAL_KEY = "KEY";

    private static final String LOCAL_SECRET = "SECRET";
    /** A basis point is 1e-4, and the fee is in units of 1e-8. */
    private static final int FEE_DECIMALS = 4;

    private static final long MOST_FEE_E8 = 10_000_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_REQUESTS = 100_000;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final long MAX_WAIT_NS = 3_600 * NS_PER_SECOND;

    /** Whose money it is. */
    public enum AccountKind {
        /** Nobody's. */
        PAPER,

        /** Ours. */
        LIVE,

        /** Nobody's, at a server on this machine. */
        LOCAL
    }

    /** Who makes brackets of stocks; of crypto it is always the engine. */
    public enum Brackets {
        /** The engine, while it runs; only the stop rests at the venue. */
        ENGINE,

        /** Alpaca, which takes an entry with its exits as one. */
        NATIVE
    }

    /** How what is sized by an amount of money is ordered. */
    public enum Amounts {
        /** As the quantity that it buys at the price of the decision. */
        QUANTITY,

        /** As the amount, where an order to the market opens a long position; see {@link AlpacaCapabilities#takesAmounts}. */
        NATIVE
    }

    static AlpacaSettings read(final Section section, final Secrets secrets) {
        final AccountKind account = section.choice("account", AccountKind.PAPER);
        final boolean isLocal = account == AccountKind.LOCAL;
        if (!isLocal && (section.has("port") || section.has("venueTime"))) {
            throw section.invalid(section.has("port") ? "port" : "venueTime", "only with account: local");
        }
        final AlpacaSettings settings = new AlpacaSettings(
                account,
                isLocal ? section.integer("port", 8090, 1, HIGHEST_PORT) : 0,
                section.flag("live", false),
                isLocal && section.flag("venueTime", false),
                isLocal && !section.has("apiKey") ? () -> new Secret(LOCAL_KEY) : secret(section, "apiKey", secrets),
                isLocal && !section.has("apiSecret")
                        ? () -> new Secret(LOCAL_SECRET)
                        : secret(section, "apiSecret", secrets),
                section.choice("feed", AlpacaFeed.IEX),
                new AlpacaConfig.Streams(
                        section.flag("trades", true), section.flag("quotes", true), section.flag("books", false)),
                section.flag("extendedHours", false),
                section.decimal("cryptoFeeBps", "25", FEE_DECIMALS, 0, MOST_FEE_E8),
                section.choice("brackets", Brackets.ENGINE),
                section.choice("amounts", Amounts.QUANTITY),
                limits(section));
        section.finish();
        return settings;
    }

    /**
     * Settings from text, such as those of a program without a configuration.
     *
     * @param text YAML, of the section venue.alpaca.
     * @return the settings.
     * @throws ConfigException naming the key that is wrong.
     */
    public static AlpacaSettings parse(final String text) {
        return read(
                new Section("settings", "venue.alpaca", YamlFile.parse("settings", text)), new Secrets(System::getenv));
    }

    /**
     * The same with prices from elsewhere.
     *
     * @param other where prices of stocks come from.
     * @return all else as here.
     */
    public AlpacaSettings with(final AlpacaFeed other) {
        return new AlpacaSettings(
                account,
                port,
                isLiveAllowed,
                venueTime,
                keyId,
                secret,
                other,
                streams,
                extendedHours,
                cryptoFeeE8,
                brackets,
                amounts,
                limits);
    }

    private static Supplier<Secret> secret(final Section section, final String key, final Secrets secrets) {
        section.requiredText(key);
        return () -> section.secret(key, secrets);
    }

    private static AlpacaConfig.Limits limits(final Section section) {
        final AlpacaConfig.Limits usual = AlpacaConfig.Limits.DEFAULT;
        return new AlpacaConfig.Limits(
                duration(section, "requestTimeout", usual.request()),
                duration(section, "staleAfter", usual.stale()),
                duration(section, "firstRetry", usual.firstRetry()),
                duration(section, "lastRetry", usual.lastRetry()),
                section.integer("requestsPerMinute", usual.requestsPerMinute(), 1, MOST_REQUESTS));
    }

    private static Duration duration(final Section section, final String key, final Duration usual) {
        return Duration.ofNanos(section.durationNs(key, usual.toNanos(), NS_PER_SECOND / 1_000, MAX_WAIT_NS));
    }

    /**
     * The adapter's configuration, keys and all.
     *
     * @param orderPrefix what the client order ids of this run begin with.
     * @return never to be printed or recorded.
     * @throws ConfigException if a key is not to be had.
     */
    public AlpacaConfig withKeys(final String orderPrefix) {
        return new AlpacaConfig(
                        0,
                        keyId.get().reveal(),
                        secret.get().reveal(),
                        endpoints(),
                        feed,
                        streams,
                        orderPrefix,
                        extendedHours,
                        limits)
                .withCryptoFee(cryptoFeeE8);
    }

    /** An instrument as Alpaca trades it: what an amount buys has fractions, of which Alpaca makes no brackets. */
    InstrumentDefinition atAlpaca(final InstrumentDefinition instrument) {
        final boolean takesAmounts = amounts == Amounts.NATIVE && AlpacaCapabilities.takesAmounts(instrument);
        final boolean hasBrackets = brackets == Brackets.NATIVE && !takesAmounts;
        return instrument
                .withBrackets(AlpacaCapabilities.brackets(instrument.symbol(), hasBrackets))
                .withAmounts(takesAmounts);
    }

    private AlpacaEndpoints endpoints() {
        return switch (account) {
            case PAPER -> AlpacaEndpoints.PAPER;
            case LIVE -> AlpacaEndpoints.LIVE;
            case LOCAL -> AlpacaEndpoints.local(port);
        };
    }
}
