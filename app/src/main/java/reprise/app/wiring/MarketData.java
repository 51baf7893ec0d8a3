package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.calendar.SessionCalendar;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.data.BarFileFacts;
import reprise.simulation.data.BarFiles;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.DataException;
import reprise.simulation.data.DataQuality;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.market.BarTable;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.report.DataSource;
import reprise.simulation.venue.VenueConfig;

/** The market of a run, opened for every instrument: bars or ticks of files, made-up bars, or what a journal has on record. Streams; closed by whoever opened it. */
public final class MarketData implements AutoCloseable {
    private final List<String> names = new ArrayList<>();
    private final List<BarReader> readers = new ArrayList<>();
    private JournalMarket journal;
    private TickMarket ticks;
    private BarLengths lengths;
    private MarketFeed feed;

    private MarketData() {}

    /** Makes the reading options of one instrument. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Options for prices and volumes in an instrument's decimals.
         *
         * @param priceDecimals of prices.
         * @param quantityDecimals of volumes.
         * @return the options.
         */
        ReadOptions forDecimals(int priceDecimals, int quantityDecimals);

        /** Options for an instrument's data; a price that does not fit says which keys it should fit. */
        default ReadOptions of(final InstrumentDefinition instrument) {
            final String keys = "instruments." + instrument.symbol();
            return forDecimals(instrument.priceDecimals(), instrument.quantityDecimals())
                    .withPriceSetting(keys + ".priceDecimals, or by a finer " + keys + ".tick than "
                            + Decimals.formatShort(instrument.tickSize(), instrument.priceDecimals()));
        }
    }

    /**
     * Opens what the command line and the configuration name.
     *
     * @param config with the instruments.
     * @param arguments of {@code --data}.
     * @param reading how files are read.
     * @return opened data, before its first bar.
     * @throws DataException if a file is missing or bad, or holds no bar.
     */
    public static MarketData open(final RunConfig config, final List<String> arguments, final Reading reading) {
        final MarketData data = new MarketData();
        try {
            data.feed = data.openFeed(config, arguments, reading);
            return data;
        } catch (final RuntimeException e) {
            data.closeReaders();
            throw e;
        }
    }

    /**
     * Reads all of what the command line and the configuration name, for many runs over the same market.
     *
     * @param config with the instruments.
     * @param arguments of {@code --data}.
     * @param reading how files are read.
     * @return the market, in memory.
     * @throws DataException if a file is missing or bad, or holds no bar.
     */
    public static DecodedMarket decode(final RunConfig config, final List<String> arguments, final Reading reading) {
        final MarketData data = new MarketData();
        try {
            final List<InstrumentBars> all = data.openAll(config, arguments, reading);
            if (data.ticks != null) {
                final List<DecodedTicks.Part> parts = data.ticks.read();
                return new DecodedTicks(data.names, data.describe(), config.instruments(), parts);
            }
            all.sort(Comparator.comparingInt(InstrumentBars::instrumentId));
            final Map<InstrumentDefinition, BarTable> tables = new LinkedHashMap<>();
            for (final InstrumentBars bars : all) {
                final InstrumentDefinition instrument = config.instruments().get(bars.instrumentId());
                if (tables.put(instrument, BarTable.readFrom(bars.source())) != null) {
                    throw new DataException(data.names.get(0) + ": bars of " + instrument.symbol()
                            + " of several lengths; only a backtest can use these");
                }
            }
            return new DecodedBars(data.names, data.describe(), tables, data.hasVolumes());
        } finally {
            data.closeReaders();
        }
    }

    private boolean hasVolumes() {
        return journal == null
                ? readers.stream().allMatch(reader -> reader.facts().volume())
                : journal.market().hasVolumes();
    }

    private MarketFeed openFeed(final RunConfig config, final List<String> arguments, final Reading reading) {
        journal = JournalMarket.of(arguments, config);
        if (hasTicks()) {
            names.add(journal.name());
            return journal.ticks(config);
        }
        final List<InstrumentBars> bars = openAll(config, arguments, reading);
        if (ticks != null) {
            lengths = BarLengths.ofTicks(config);
            return ticks.feed(config);
        }
        lengths = BarLengths.of(bars, config.instruments());
        final BarFeed barFeed = new BarFeed(bars, config.warmup());
        requireBars(barFeed, config, config.warmup(), bars, names);
        return barFeed;
    }

    private List<InstrumentBars> openAll(final RunConfig config, final List<String> arguments, final Reading reading) {
        final List<InstrumentBars> bars = new ArrayList<>();
        journal = journal == null ? JournalMarket.of(arguments, config) : journal;
        if (journal != null) {
            names.add(journal.name());
            bars.addAll(journal.bars());
            requireVolumes(journal.market().hasVolumes(), config.venue(), journal.name());
        } else if (arguments.size() == 1 && arguments.get(0).startsWith(SyntheticArguments.PREFIX)) {
            openSynthetic(arguments.get(0), config, bars);
        } else {
            final Map<InstrumentDefinition, List<Path>> paths =
                    new DataArguments(config.instruments()).resolve(arguments, config);
            ticks = TickMarket.of(paths, config, reading);
            if (ticks == null) {
                openFiles(paths, reading, config, bars);
            } else {
                names.addAll(ticks.names());
            }
        }
        return bars;
    }

    private void openSynthetic(final String argument, final RunConfig config, final List<InstrumentBars> bars) {
        final SyntheticArguments arguments = new SyntheticArguments(argument);
        final SyntheticMarket market = arguments.market();
        for (final InstrumentDefinition instrument : config.instruments()) {
            bars.add(new InstrumentBars(
                    instrument.instrumentId(), arguments.bars(market, instrument, config.instruments())));
        }
        names.add(argument);
    }

    private void openFiles(
            final Map<InstrumentDefinition, List<Path>> paths,
            final Reading reading,
            final RunConfig config,
            final List<InstrumentBars> bars) {
        paths.forEach((instrument, list) -> {
            final Path path = DataArguments.only(instrument, list);
            final ReadOptions options = reading.of(instrument);
            final BarReader reader = BarFiles.open(
                    path, options.sessions() == null ? options.withSessions(sessions(instrument, config)) : options);
            readers.add(reader);
            requireVolumes(reader, config.venue());
            names.add(path.toString());
            bars.add(new InstrumentBars(instrument.instrumentId(), reader));
        });
    }

    /** Those of the instrument's calendar; if no instrument has one of its own, those of the venue's. */
    private static SessionCalendar sessions(final InstrumentDefinition instrument, final RunConfig config) {
        final String usual = SessionCalendar.utcDays().name();
        return config.instruments().stream().allMatch(one -> one.calendar().equals(usual))
                ? config.venue().calendar().sessions()
                : SessionCalendar.named(instrument.calendar());
    }

    private static void requireVolumes(final BarReader reader, final VenueConfig venue) {
        requireVolumes(reader.facts().volume(), venue, reader.facts().source());
    }

    /** Without volumes a share of the volume is nothing, and no order would ever trade. */
    static void requireVolumes(final boolean hasVolumes, final VenueConfig venue, final String source) {
        if (!hasVolumes && venue.maxParticipationE8() > 0) {
            throw new DataException(source
                    + ": column 'volume' is missing, and venue.participation limits fills to a share of it; supply volumes,"
                    + " or set venue.participation to 0 for no limit");
        }
    }

    static void requireBars(
            final BarFeed feed,
            final RunConfig config,
            final Warmup warmup,
            final List<InstrumentBars> bars,
            final List<String> names) {
        for (int i = 0; i < bars.size(); i++) {
            if (feed.historyCount(i) < warmup.bars() || feed.historyCount(i) == 0 && warmup.untilNs() > 0) {
                throw new DataException("warmup: " + Math.max(1, warmup.bars())
                        + " or more bars are to come before trading"
                        + (warmup.untilNs() > 0 ? " from " + Render.time(warmup.untilNs()) : "") + ", there are "
                        + feed.historyCount(i) + " of "
                        + config.instruments().get(bars.get(i).instrumentId()).symbol());
            }
        }
        if (feed.isEmpty()) {
            throw new DataException(String.join(", ", names)
                    + (warmup.equals(Warmup.NONE) ? ": no bar in it" : ": no bar is left after the warm-up"));
        }
    }

    /**
     * All that happens in order of time.
     *
     * @return before its first step.
     */
    public MarketFeed feed() {
        return feed;
    }

    /**
     * Whether there are quotes, trades or levels.
     *
     * @return false if there are bars only.
     */
    public boolean hasTicks() {
        return ticks != null || journal != null && journal.market().hasTicks();
    }

    /**
     * Refuses strategies whose bars cannot be built of those of the data. Of a recording of ticks that is not known.
     *
     * @param config of a run on the data.
     * @throws reprise.app.config.ConfigException naming the key.
     */
    public void requireBuildable(final RunConfig config) {
        if (lengths != null) {
            lengths.requireFor(config);
        }
    }

    /**
     * What the data is called.
     *
     * @return paths of files or of a journal, or the argument of a made-up market.
     */
    public List<String> names() {
        return names;
    }

    /**
     * The readers of files, with what they met.
     *
     * @return none for a journal or a made-up market.
     */
    public List<BarReader> readers() {
        return readers;
    }

    /**
     * What the data is and what was wrong with it so far, for people.
     *
     * @return one line a source.
     */
    public List<String> describe() {
        if (journal != null) {
            return journal.market().describe();
        }
        if (ticks != null) {
            return ticks.describe();
        }
        if (readers.isEmpty()) {
            return List.copyOf(names);
        }
        return readers.stream().map(MarketData::describe).toList();
    }

    /**
     * The same for the page of a run.
     *
     * @return a source each; a made-up market is one.
     */
    public List<DataSource> sources() {
        if (ticks != null) {
            return ticks.sources();
        }
        return readers.isEmpty()
                ? names.stream().map(DataSource::named).toList()
                : readers.stream().map(DataSource::of).toList();
    }

    private static String describe(final BarReader reader) {
        final BarFileFacts facts = reader.facts();
        final DataQuality quality = reader.quality();
        final StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s (%s, %s, times %s %s, stamped at bar %s%s): %,d bars, %,d gaps%s (%,d bars missing), "
                        + "%,d duplicates, %,d out of order, %,d bad rows, %,d jumps%s",
                facts.source(),
                facts.format(),
                facts.period(),
                facts.timeForm(),
                facts.zone(),
                facts.stamp().name().toLowerCase(Locale.ROOT),
                facts.stampKnown() ? "" : " by assumption",
                quality.bars(),
                quality.gaps(),
                facts.sessions() == null ? "" : " in sessions of " + facts.sessions(),
                quality.missingBars(),
                quality.duplicates(),
                quality.disorder(),
                quality.badRows(),
                quality.jumps(),
                quality.jumps() == 0 ? "" : " (the first in " + quality.firstJump() + ")"));
        if (quality.timeUnitChanges() > 0) {
            text.append(String.format(Locale.ROOT, ", %,d changes of the time unit", quality.timeUnitChanges()));
        }
        if (quality.roundedVolumes() > 0) {
            text.append(String.format(Locale.ROOT, ", %,d volumes rounded down", quality.roundedVolumes()));
        }
        return text.toString();
    }

    private void closeReaders() {
        readers.forEach(BarReader::close);
        if (ticks != null) {
            ticks.close();
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
