package reprise.simulation.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.port.Venue;

/** One account at a model exchange. */
final class ModelEnvironment implements ContractEnvironment {
    private static final InstrumentDefinition SPY = new InstrumentDefinition(0, 0, "SPY", "SPY", "USD", 4, 6, 100, 1, 0)
            .withBrackets(BracketStyle.NATIVE)
            .withAmounts(true);

    private final ModelExchange exchange;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final Flaw flaw;
    private final boolean isControlled;
    private final boolean fillsInPart;
    private final Duration patience;

    ModelEnvironment(final Flaw flaw, final boolean isControlled, final boolean fillsInPart, final Duration patience) {
        exchange = new ModelExchange(SPY, fillsInPart);
        this.flaw = flaw;
        this.isControlled = isControlled;
        this.fillsInPart = fillsInPart;
        this.patience = patience;
        exchange.tradeAt(1_000_000);
        if (!isControlled) {
            // Then the market moves by itself.
            ticker.scheduleWithFixedDelay(() -> exchange.tradeAt(1_000_000), 5, 5, TimeUnit.MILLISECONDS);
        }
        exchange.closeBar(1_000_000, 1_000_000, 1_000_000, 1_000_000, 1);
    }

    ModelExchange exchange() {
        return exchange;
    }

    @Override
    public InstrumentDefinition instrument() {
        return SPY;
    }

    @Override
    public Venue newVenue(final String orderPrefix) {
        return new ModelVenue(exchange, SPY, orderPrefix, flaw, true);
    }

    @Override
    public Venue newVenueWithWrongKeys() {
        return new ModelVenue(exchange, SPY, "wrong", flaw, false);
    }

    @Override
    public Optional<VenueControl> control() {
        return isControlled ? Optional.of(exchange) : Optional.empty();
    }

    @Override
    public boolean isMarketOpen() {
        return true;
    }

    @Override
    public boolean fillsInPart() {
        return fillsInPart;
    }

    @Override
    public void rest() {
        // without limits
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
