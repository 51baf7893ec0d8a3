package reprise.app.wiring;

import java.time.Duration;
import java.util.Optional;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaVenue;
import reprise.app.config.AlpacaSettings.AccountKind;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.calendar.SessionCalendar;
import reprise.market.InstrumentDefinition;
import reprise.port.Venue;
import reprise.simulation.contract.ContractEnvironment;
import reprise.simulation.contract.VenueControl;

/** The account that a configuration names, for the contract of venues to be tried at: nobody's money only. */
final class BrokerContract implements ContractEnvironment {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long NS_PER_MS = 1_000_000;
    private static final int RADIX = 36;

    private final RunConfig config;
    private final InstrumentDefinition instrument;
    private final RequestPause pause;

    /**
     * The account of a configuration.
     *
     * @param config of a run.
     * @param symbol of what shall be traded; null for the first pair of crypto, else the first instrument.
     * @param pause between cards.
     * @throws ConfigException if there is no such account or instrument, or if it is real money.
     */
    BrokerContract(final RunConfig config, final String symbol, final RequestPause pause) {
        if (!Broker.isIn(config)) {
            throw new ConfigException("the configuration names no broker: venue.kind: alpaca is one");
        }
        if (config.alpaca().account() == AccountKind.LIVE) {
            throw new ConfigException(
                    "venue check places orders, and venue.alpaca.account is live: write paper, or local");
        }
        Broker.requireKeys(config);
        this.config = config;
        this.pause = pause;
        instrument = symbol == null ? usual(config) : named(config, symbol);
    }

    private static InstrumentDefinition usual(final RunConfig config) {
        return config.instruments().stream()
                .filter(candidate -> candidate.symbol().contains("/"))
                .findFirst()
                .orElse(config.instruments().get(0));
    }

    private static InstrumentDefinition named(final RunConfig config, final String symbol) {
        return config.instruments().stream()
                .filter(candidate -> candidate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--instrument " + symbol + ": the configuration has "
                        + String.join(
                                ", ",
                                config.instruments().stream()
                                        .map(InstrumentDefinition::symbol)
                                        .toList())));
    }

    /**
     * What client order ids begin with: no other check of the account had it.
     *
     * @return made of the time, in milliseconds.
     */
    static String newOrderPrefix() {
        return "ck" + Long.toString(System.currentTimeMillis(), RADIX);
    }

    @Override
    public InstrumentDefinition instrument() {
        return instrument;
    }

    @Override
    public Venue newVenue(final String orderPrefix) {
        return pause.counting(new AlpacaVenue(config.alpaca().withKeys(orderPrefix), config.instruments()));
    }

    @Override
    public Venue newVenueWithWrongKeys() {
        final AlpacaConfig right = config.alpaca().withKeys(newOrderPrefix());
        return new AlpacaVenue(
                new AlpacaConfig(
                        right.venueId(),
                        "WRONGKEYOFACHECK",
                        "wrong",
                        right.endpoints(),
                        right.feed(),
                        right.streams(),
                        right.orderPrefix(),
                        right.extendedHours(),
                        right.limits()),
                config.instruments());
    }

    @Override
    public Optional<VenueControl> control() {
        return Optional.empty();
    }

    /** At a server on this machine the market is open whenever it moves. */
    @Override
    public boolean isMarketOpen() {
        return config.alpaca().account() == AccountKind.LOCAL
                || SessionCalendar.named(instrument.calendar()).isOpen(System.currentTimeMillis() * NS_PER_MS);
    }

    @Override
    public boolean fillsInPart() {
        return false;
    }

    @Override
    public void rest() {
        pause.await();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void close() {
        // Venues are closed by who asked for them; the account stays.
    }
}
