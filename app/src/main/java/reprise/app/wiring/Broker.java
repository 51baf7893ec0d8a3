package reprise.app.wiring;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import reprise.alpaca.AlpacaAccount;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaUnavailableException;
import reprise.alpaca.AlpacaVenue;
import reprise.app.config.AlpacaSettings;
import reprise.app.config.AlpacaSettings.AccountKind;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.live.LiveSession.Surroundings;
import reprise.pipeline.TimeSource;
import reprise.pipeline.WallClock;
import reprise.simulation.remote.LinkException;

/** The venue with threads and time of its own that a configuration names, ready to be run at. The one place that knows which there are. */
public final class Broker {
    private static final int CLOCK_ATTEMPTS = 5;
    private static final long CLOCK_RETRY_NS = 1_000_000_000;
    private static final long NS_PER_MS = 1_000_000;

    private Broker() {}

    /**
     * Whether there is one.
     *
     * @param config of a run.
     * @return false where it trades at the simulated venue only.
     */
    public static boolean isIn(final RunConfig config) {
        return config.alpaca() != null;
    }

    /**
     * What it is called.
     *
     * @param config of a run.
     * @return for people.
     */
    public static String name(final RunConfig config) {
        final AlpacaSettings settings = config.alpaca();
        return "Alpaca (" + settings.account().name().toLowerCase(Locale.ROOT) + ")";
    }

    /**
     * Refuses to trade real money unless both the configuration and the command line say so.
     *
     * @param config of a run.
     * @param isLiveAsked whether the command line does.
     * @throws ConfigException if only one of them does.
     */
    public static void requireConsent(final RunConfig config, final boolean isLiveAsked) {
        final boolean isReal = isIn(config) && config.alpaca().account() == AccountKind.LIVE;
        if (isReal && !(isLiveAsked && config.alpaca().isLiveAllowed())) {
            throw new ConfigException(
                    "venue.alpaca.account: live is real money: it needs venue.alpaca.live: true and --live"
                            + " on the command line; "
                            + missing(isLiveAsked, config.alpaca().isLiveAllowed())
                            + " missing");
        }
        if (isLiveAsked && !isReal) {
            throw new ConfigException(
                    "--live: the configuration trades no real money; write venue.alpaca.account: live");
        }
    }

    private static String missing(final boolean isAsked, final boolean isAllowed) {
        return isAsked ? "the first is" : isAllowed ? "the second is" : "both are";
    }

    /**
     * Looks the keys up, so that nothing is begun without them.
     *
     * @param config of a run.
     * @throws ConfigException if one is not to be had.
     */
    public static void requireKeys(final RunConfig config) {
        config.alpaca().withKeys("");
    }

    private static Duration ahead(final AlpacaConfig alpaca) {
        String problem = "";
        for (int attempt = 0; attempt < CLOCK_ATTEMPTS; attempt++) {
            try {
                final Duration skew = AlpacaAccount.read(alpaca).clockSkew();
                if (skew != null) {
                    return skew;
                }
                problem = "alpaca: does not say what time it is";
            } catch (final AlpacaUnavailableException e) {
                problem = e.getMessage();
            }
            LockSupport.parkNanos(CLOCK_RETRY_NS);
        }
        throw new LinkException(problem + "; venue.alpaca.venueTime wants to live in its time");
    }

    static Surroundings surroundings(final RunConfig config, final String orderPrefix) {
        final AlpacaSettings settings = config.alpaca();
        final boolean venueTime = settings.venueTime();
        final AlpacaConfig keyed = settings.withKeys(orderPrefix);
        final AlpacaConfig alpaca = venueTime ? keyed.inTimeOfVenue(ahead(keyed)) : keyed;
        final LongSupplier nowNs =
                () -> System.currentTimeMillis() * NS_PER_MS + alpaca.ahead().toNanos();
        final Consumer<String> notices = notice -> System.err.println("reprise: " + notice);
        return new Surroundings(
                new AlpacaVenue(alpaca, config.instruments()),
                new AlpacaWarmup(alpaca, config.instruments(), config.warmup().bars(), nowNs, notices),
                venueTime ? TimeSource.OF_THE_DATA : new WallClock(),
                nowNs,
                config.clockTickMs(),
                notices);
    }
}
