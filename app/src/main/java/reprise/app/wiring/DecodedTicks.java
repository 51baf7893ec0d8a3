package reprise.app.wiring;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.bar.BarInput;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.TickBarFeed;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.lookahead.PriceData;
import reprise.simulation.market.TickTable;
import reprise.simulation.sweep.Span;

/** The trades, quotes and levels of a run's instruments, read once. */
public final class DecodedTicks extends DecodedMarket {
    private final List<Part> parts;

    DecodedTicks(
            final List<String> names,
            final List<String> descriptions,
            final List<InstrumentDefinition> instruments,
            final List<Part> parts) {
        super(names, descriptions, instruments);
        this.parts = List.copyOf(parts);
    }

    /** The ticks of one kind of one instrument, and of what the instrument's bars form if only these were there. */
    record Part(InstrumentDefinition instrument, BarInput forms, TickTable ticks) {}

    @Override
    void addTo(final MessageDigest digest) {
        for (final Part part : parts) {
            addTo(digest, part.instrument());
            part.ticks().addTo(digest);
        }
    }

    @Override
    MarketFeed feed(final RunConfig config, final Span span) {
        requireSameReading(config);
        TickMarket.requireNoWarmup(config, source());
        BarLengths.ofTicks(config).requireFor(config);
        if (!span.equals(Span.WHOLE)) {
            throw new ConfigException("ticks are run as a whole: " + source());
        }
        return feed(prices(), config);
    }

    @Override
    public List<PriceData.Ticks> prices() {
        final List<PriceData.Ticks> prices = new ArrayList<>();
        for (final Part part : parts) {
            prices.add(new PriceData.Ticks(part.instrument().instrumentId(), part.forms(), part.ticks()::cursor));
        }
        return prices;
    }

    /** All that happens, with a bar of each instrument at the end of each span: of its trades, or if it has none of its middles. */
    static MarketFeed feed(final List<? extends PriceData> data, final RunConfig config) {
        final List<InstrumentTicks> sources = new ArrayList<>();
        final List<BarInput> inputs = new ArrayList<>();
        config.instruments().forEach(instrument -> inputs.add(BarInput.QUOTES));
        for (final PriceData one : data) {
            final PriceData.Ticks ticks = (PriceData.Ticks) one;
            final int id = ticks.instrumentId();
            sources.add(new InstrumentTicks(id, ticks.ticks().get()));
            inputs.set(id, ticks.forms() == BarInput.TRADES ? BarInput.TRADES : inputs.get(id));
        }
        return new TickBarFeed(new TickFeed(sources), inputs, config.tickBarNs());
    }
}
