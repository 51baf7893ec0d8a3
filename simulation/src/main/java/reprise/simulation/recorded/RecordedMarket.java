package reprise.simulation.recorded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.data.DataException;

/**
 * What a log of events has of the market of certain instruments: read once from end to end, so that all that is wrong with it is known before
 * anything runs on it. Where there are only bars, they make sources as those of files are, in which orders trade; where there are quotes,
 * trades or levels, the whole recording is one feed, and orders trade in these.
 */
public final class RecordedMarket {
    private final String source;
    private final List<InstrumentDefinition> wanted;
    private final List<Content> contents;

    private RecordedMarket(final String source, final List<InstrumentDefinition> wanted, final List<Content> contents) {
        this.source = source;
        this.wanted = wanted;
        this.contents = contents;
    }

    /** Bars of one length. */
    private static final class Stretch {
        private long bars;
        private long history;
        private long firstCloseNs;
        private long lastCloseNs;
        private boolean hasVolume;
    }

    /** What there is of one instrument. */
    private static final class Content {
        private final Map<Long, Stretch> bars = new TreeMap<>();
        private long ticks;
        private long firstTickNs;
        private long lastTickNs;

        boolean isEmpty() {
            return ticks == 0 && bars.isEmpty();
        }
    }

    /**
     * Reads a log.
     *
     * @param reader of all of it; at its end afterwards, not closed.
     * @param wanted instruments of the run; those of the recording are the same if their symbols are.
     * @param source what messages call the log.
     * @return what it has.
     * @throws DataException if it lacks an instrument, has prices or quantities that the decimals of the run cannot tell, or a split or a
     *     dividend, which the simulated venue does not know.
     */
    public static RecordedMarket read(
            final RecordReader reader, final List<InstrumentDefinition> wanted, final String source) {
        final List<Content> contents = new ArrayList<>();
        wanted.forEach(instrument -> contents.add(new Content()));
        final MarketRecords records = new MarketRecords(reader, wanted, source);
        final RecordedMarket market = new RecordedMarket(source, wanted, contents);
        while (records.next()) {
            market.count(records);
        }
        market.requireAll(records.symbols());
        return market;
    }

    private void count(final MarketRecords record) {
        final Content content = contents.get(record.instrumentId);
        switch (record.kind) {
            case BAR, HISTORICAL_BAR -> countBar(content, record);
            case QUOTE, TRADE, LEVEL, CLEARED -> {
                content.firstTickNs = content.ticks == 0 ? record.heardNs() : content.firstTickNs;
                content.lastTickNs = record.heardNs();
                content.ticks++;
            }
            case SPLIT, DIVIDEND ->
                throw new DataException(
                        source + ": " + wanted.get(record.instrumentId).symbol() + " has a "
                                + record.kind.name().toLowerCase(Locale.ROOT) + " at " + time(record.heardNs())
                                + ", which the simulated venue does not know");
            default -> {
                // a status or what can be borrowed is no price
            }
        }
    }

    private static void countBar(final Content content, final MarketRecords bar) {
        final Stretch stretch = content.bars.computeIfAbsent(bar.periodNs, length -> new Stretch());
        stretch.firstCloseNs = stretch.bars == 0 ? bar.venueTimeNs : stretch.firstCloseNs;
        stretch.lastCloseNs = bar.venueTimeNs;
        stretch.bars++;
        stretch.history += bar.kind == MarketRecords.Kind.HISTORICAL_BAR ? 1 : 0;
        stretch.hasVolume |= bar.quantity != 0;
    }

    private void requireAll(final List<String> recorded) {
        final List<String> lacking = new ArrayList<>();
        for (final InstrumentDefinition instrument : wanted) {
            if (contents.get(instrument.instrumentId()).isEmpty()) {
                lacking.add(instrument.symbol());
            }
        }
        if (!lacking.isEmpty()) {
            throw new DataException(source + ": nothing of the market of " + String.join(", ", lacking)
                    + "; the configuration has "
                    + String.join(
                            ", ",
                            wanted.stream().map(InstrumentDefinition::symbol).toList())
                    + ", the recording has " + (recorded.isEmpty() ? "no instrument" : String.join(", ", recorded)));
        }
    }

    /**
     * Whether orders trade in ticks.
     *
     * @return false if there are bars only.
     */
    public boolean hasTicks() {
        return contents.stream().anyMatch(content -> content.ticks > 0);
    }

    /**
     * Whether the bars say how much was traded.
     *
     * @return false if some instrument has no bar with a volume.
     */
    public boolean hasVolumes() {
        return contents.stream()
                .allMatch(content -> content.bars.values().stream().anyMatch(stretch -> stretch.hasVolume));
    }

    /**
     * How many bars of history an instrument has.
     *
     * @param instrumentId of the run.
     * @return of the length that has most.
     */
    public long historyCount(final int instrumentId) {
        return contents.get(instrumentId).bars.values().stream()
                .mapToLong(stretch -> stretch.history)
                .max()
                .orElse(0);
    }

    /**
     * The bars, those of history among them: how many are history is up to the run.
     *
     * @param readers gives readers of the log from its beginning; each source has its own and closes it.
     * @return a source for each instrument and length of bars.
     */
    public List<InstrumentBars> bars(final Supplier<? extends RecordReader> readers) {
        final List<InstrumentBars> bars = new ArrayList<>();
        for (final InstrumentDefinition instrument : wanted) {
            final int id = instrument.instrumentId();
            for (final long periodNs : contents.get(id).bars.keySet()) {
                final MarketRecords records = new MarketRecords(readers.get(), List.of(instrument), source);
                bars.add(new InstrumentBars(id, new RecordedBars(records, id, periodNs)));
            }
        }
        return bars;
    }

    /**
     * All of it as it was heard.
     *
     * @param reader of the log from its beginning; closed with the feed.
     * @return before its first step.
     */
    public MarketFeed feed(final RecordReader reader) {
        return new RecordedFeed(new MarketRecords(reader, wanted, source));
    }

    /**
     * What there is, for people.
     *
     * @return a line for each instrument and length of bars, and one for the ticks of an instrument.
     */
    public List<String> describe() {
        final List<String> lines = new ArrayList<>();
        for (final InstrumentDefinition instrument : wanted) {
            final Content content = contents.get(instrument.instrumentId());
            if (content.ticks > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s (recorded): %s, %,d quotes, trades and levels, %s to %s",
                        source,
                        instrument.symbol(),
                        content.ticks,
                        time(content.firstTickNs),
                        time(content.lastTickNs)));
            }
            content.bars.forEach((periodNs, stretch) -> lines.add(String.format(
                    Locale.ROOT,
                    "%s (recorded): %s, %,d bars of %s, %,d of them history then, closing %s to %s%s",
                    source,
                    instrument.symbol(),
                    stretch.bars,
                    Duration.ofNanos(periodNs).toString().substring(2).toLowerCase(Locale.ROOT),
                    stretch.history,
                    time(stretch.firstCloseNs),
                    time(stretch.lastCloseNs),
                    hasTicks() ? "; nothing trades in them" : "")));
        }
        return lines;
    }

    private static String time(final long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }
}
