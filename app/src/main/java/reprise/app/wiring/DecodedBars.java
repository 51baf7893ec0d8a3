package reprise.app.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.data.DataException;
import reprise.simulation.lookahead.PriceData;
import reprise.simulation.market.BarTable;
import reprise.simulation.sweep.Span;
import reprise.state.StateHash;

/** The bars of a run's instruments, read once. Immutable: any number of runs may have feeds over them at the same time. */
public final class DecodedBars {
    private final List<String> names;
    private final List<String> descriptions;
    private final Map<InstrumentDefinition, BarTable> tables;
    private final boolean hasVolumes;

    DecodedBars(
            final List<String> names,
            final List<String> descriptions,
            final Map<InstrumentDefinition, BarTable> tables,
            final boolean hasVolumes) {
        this.names = List.copyOf(names);
        this.descriptions = List.copyOf(descriptions);
        this.tables = new LinkedHashMap<>(tables);
        this.hasVolumes = hasVolumes;
        if (tables.values().stream().allMatch(table -> table.size() == 0)) {
            throw new DataException(String.join(", ", names) + ": no bar in it");
        }
    }

    /**
     * What the data is and what was wrong with it, for people.
     *
     * @return one line a source.
     */
    public List<String> describe() {
        return descriptions;
    }

    /**
     * Which bars they are, whatever the files are called.
     *
     * @return SHA-256 over symbols and bars, 64 hexadecimal digits.
     */
    public String fingerprint() {
        final MessageDigest digest = StateHash.sha256();
        tables.forEach((instrument, table) -> {
            digest.update((instrument.symbol() + '\n').getBytes(StandardCharsets.UTF_8));
            table.addTo(digest);
        });
        return HexFormat.of().formatHex(digest.digest());
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
            throw new DataException(String.join(", ", names) + ": no time in which every instrument has bars to trade");
        }
        return new Span(fromNs, untilNs);
    }

    /**
     * A feed for one run: what a backtest would read from files that end with the span, trading from its beginning. Bars before are history as
     * {@code --warmup-until} makes them; where there is none before, nothing is.
     *
     * @param config of the run.
     * @param span of the data.
     * @return before its first step; holds nothing that must be closed.
     * @throws ConfigException if the configuration needs the data read another way.
     * @throws DataException if there is too little data.
     */
    BarFeed feed(final RunConfig config, final Span span) {
        requireSameReading(config);
        MarketData.requireVolumes(hasVolumes, config.venue(), String.join(", ", names));
        final Warmup warmup = warmup(config.warmup(), span.fromNs());
        final List<InstrumentBars> bars = new ArrayList<>();
        tables.forEach((instrument, table) -> {
            final int to = span.untilNs() == Span.OPEN ? table.size() : table.firstClosingAfter(span.untilNs());
            final int from = span.fromNs() == Span.OPEN ? 0 : firstIndex(table, warmup, span.fromNs());
            bars.add(new InstrumentBars(instrument.instrumentId(), table.cursor(Math.min(from, to), to)));
        });
        final BarFeed feed = new BarFeed(bars, warmup);
        MarketData.requireBars(feed, config, warmup, bars, names);
        return feed;
    }

    /**
     * Checks that a configuration can be run on it.
     *
     * @param config of the run.
     * @throws ConfigException if the configuration needs the data read another way.
     * @throws DataException if there is too little data.
     */
    public void requireUsable(final RunConfig config) {
        feed(config, Span.WHOLE);
    }

    /** The bars themselves, in the order of the data. */
    Map<InstrumentDefinition, BarTable> tables() {
        return tables;
    }

    /**
     * The bars of each instrument.
     *
     * @return in the order of the data.
     */
    public List<PriceData> prices() {
        final List<PriceData> prices = new ArrayList<>();
        tables.forEach((instrument, table) -> prices.add(new PriceData(instrument.instrumentId(), table::cursor)));
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

    /** Prices are kept in the decimals of the instruments that they were read for. */
    private void requireSameReading(final RunConfig config) {
        boolean same = tables.size() == config.instruments().size();
        for (final InstrumentDefinition read : same ? tables.keySet() : Set.<InstrumentDefinition>of()) {
            final InstrumentDefinition other = config.instruments().get(read.instrumentId());
            same &= read.symbol().equals(other.symbol())
                    && read.priceDecimals() == other.priceDecimals()
                    && read.quantityDecimals() == other.quantityDecimals();
        }
        if (!same) {
            throw new ConfigException("instruments or their decimals are not those that the data was read for;"
                    + " a sweep cannot change them");
        }
    }
}
