package reprise.app.wiring;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.data.DataException;
import reprise.simulation.lookahead.PriceData;
import reprise.simulation.market.BarTable;
import reprise.simulation.sweep.Span;

/** The bars of a run's instruments, read once. */
public final class DecodedBars extends DecodedMarket {
    private final Map<InstrumentDefinition, BarTable> tables;
    private final boolean hasVolumes;

    DecodedBars(
            final List<String> names,
            final List<String> descriptions,
            final Map<InstrumentDefinition, BarTable> tables,
            final boolean hasVolumes) {
        super(names, descriptions, byId(tables.keySet()));
        this.tables = new LinkedHashMap<>(tables);
        this.hasVolumes = hasVolumes;
        if (tables.values().stream().allMatch(table -> table.size() == 0)) {
            throw new DataException(source() + ": no bar in it");
        }
    }

    private static List<InstrumentDefinition> byId(final Set<InstrumentDefinition> instruments) {
        return instruments.stream()
                .sorted(Comparator.comparingInt(InstrumentDefinition::instrumentId))
                .toList();
    }

    @Override
    void addTo(final MessageDigest digest) {
        tables.forEach((instrument, table) -> {
            addTo(digest, instrument);
            table.addTo(digest);
        });
    }

    /**
     * The time in which every instrument can be traded.
     *
     * @param warmup what is history.
     * @return from the last first bar, or the end of history, to the first last one.
     */
    public Span tradable(final Warmup warmup) {
        long fromNs = warmup.untilNs();
        long untilNs = Long.MAX_VALUE;
        for (final BarTable table : tables.values()) {
            final int size = table.size();
            final int first = warmup.untilNs() > 0 ? 0 : warmup.bars();
            if (first >= size) {
                throw new DataException("warmup: " + first + " bars are to come before trading, there are " + size);
            }
            fromNs = Math.max(fromNs, first == 0 ? table.openTimeNs(0) : table.closeTimeNs(first - 1));
            untilNs = Math.min(untilNs, table.closeTimeNs(size - 1));
        }
        if (fromNs >= untilNs) {
            throw new DataException(source() + ": no time in which every instrument has bars to trade");
        }
        return new Span(fromNs, untilNs);
    }

    /**
     * What a backtest would read from files that end with the span, trading from its beginning. Bars before are history as
     * {@code --warmup-until} makes them; where there is none before, nothing is.
     */
    @Override
    BarFeed feed(final RunConfig config, final Span span) {
        requireSameReading(config);
        MarketData.requireVolumes(hasVolumes, config.venue(), source());
        final Warmup warmup = warmup(config.warmup(), span.fromNs());
        final List<InstrumentBars> bars = new ArrayList<>();
        tables.forEach((instrument, table) -> {
            final int to = span.untilNs() == Span.OPEN ? table.size() : table.firstClosingAfter(span.untilNs());
            final int from = span.fromNs() == Span.OPEN ? 0 : firstIndex(table, warmup, span.fromNs());
            bars.add(new InstrumentBars(instrument.instrumentId(), table.cursor(Math.min(from, to), to)));
        });
        BarLengths.of(bars, config.instruments()).requireFor(config);
        final BarFeed feed = new BarFeed(bars, warmup);
        MarketData.requireBars(feed, config, warmup, bars, names());
        return feed;
    }

    /** The bars themselves, in the order of the data. */
    Map<InstrumentDefinition, BarTable> tables() {
        return tables;
    }

    @Override
    public List<PriceData.Bars> prices() {
        final List<PriceData.Bars> prices = new ArrayList<>();
        tables.forEach((instrument, table) -> prices.add(new PriceData.Bars(instrument.instrumentId(), table::cursor)));
        return prices;
    }

    private static int firstIndex(final BarTable table, final Warmup warmup, final long fromNs) {
        if (warmup.equals(Warmup.NONE)) {
            return table.firstClosingAfter(fromNs);
        }
        return warmup.bars() == 0 ? 0 : Math.max(0, table.firstClosingAfter(fromNs) - warmup.bars());
    }

    private Warmup warmup(final Warmup configured, final long fromNs) {
        if (fromNs == Span.OPEN) {
            return configured;
        }
        final boolean hasHistory = tables.values().stream().allMatch(table -> table.firstClosingAfter(fromNs) > 0);
        return hasHistory || configured.bars() > 0 ? new Warmup(configured.bars(), fromNs) : Warmup.NONE;
    }
}
