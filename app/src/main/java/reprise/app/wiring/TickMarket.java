package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.bar.BarInput;
import reprise.market.InstrumentDefinition;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.data.DataException;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.data.TickChain;
import reprise.simulation.data.TickFile;
import reprise.simulation.data.TickKind;
import reprise.simulation.data.TickReader;
import reprise.simulation.data.TickReport;
import reprise.simulation.lookahead.PriceData;
import reprise.simulation.market.TickTable;
import reprise.simulation.report.DataSource;

/**
 * The market of files of trades, quotes and order books, with the bars that form of them. At one time trades come first, then quotes, then
 * levels of books; of each kind the instruments in the order of the configuration.
 */
final class TickMarket implements AutoCloseable {
    private final List<String> names = new ArrayList<>();
    private final List<Chain> chains = new ArrayList<>();

    private record Chain(InstrumentDefinition instrument, TickChain ticks) {
        BarInput forms() {
            return ticks.tickKind() == TickKind.TRADES ? BarInput.TRADES : BarInput.QUOTES;
        }
    }

    private TickMarket() {}

    /**
     * Opens files, if they are ticks.
     *
     * @param paths of each instrument.
     * @param config whose instruments they are of.
     * @param reading how they are read.
     * @return null if all are something else.
     * @throws DataException if a file cannot be read, some are ticks and others are not, or an instrument has no tick.
     */
    static TickMarket of(
            final Map<InstrumentDefinition, List<Path>> paths,
            final RunConfig config,
            final MarketData.Reading reading) {
        final Map<InstrumentDefinition, List<TickFile>> files = new LinkedHashMap<>();
        Path other = null;
        for (final Map.Entry<InstrumentDefinition, List<Path>> entry : paths.entrySet()) {
            for (final Path path : entry.getValue()) {
                final TickFile file = TickFile.recognise(path);
                other = file == null ? path : other;
                if (file != null) {
                    files.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                            .add(file);
                }
            }
        }
        if (files.isEmpty()) {
            return null;
        }
        if (other != null) {
            throw new DataException(other + ": is no file of ticks, as "
                    + files.values().iterator().next().get(0)
                    + " is; a run has either bars or ticks, for all instruments");
        }
        requireNoWarmup(config, files.values().iterator().next().get(0).toString());
        final TickMarket market = new TickMarket();
        files.forEach((instrument, list) -> market.add(instrument, list, reading));
        market.chains.sort(Comparator.comparing((Chain chain) -> chain.ticks().tickKind())
                .thenComparingInt(chain -> chain.instrument().instrumentId()));
        return market;
    }

    static void requireNoWarmup(final RunConfig config, final String source) {
        if (!config.warmup().equals(Warmup.NONE)) {
            throw new ConfigException(
                    "warmup: " + source + " has ticks, which have no history before them; leave the warm-up"
                            + " out: strategies wait until their indicators have seen enough bars");
        }
    }

    private void add(
            final InstrumentDefinition instrument, final List<TickFile> files, final MarketData.Reading reading) {
        final ReadOptions options = reading.of(instrument);
        boolean any = false;
        for (final TickKind kind : TickKind.values()) {
            final TickChain chain = new TickChain(files, kind, instrument.symbol(), options);
            any |= !chain.isEmpty();
            chains.add(new Chain(instrument, chain));
        }
        files.forEach(file -> names.add(file.toString()));
        if (!any) {
            throw new DataException(files.get(0) + ": no tick of " + instrument.symbol() + " in it");
        }
    }

    List<String> names() {
        return names;
    }

    /** All that happens, as it is read. */
    MarketFeed feed(final RunConfig config) {
        final List<PriceData> sources = new ArrayList<>();
        for (final Chain chain : filled()) {
            sources.add(new PriceData.Ticks(chain.instrument().instrumentId(), chain.forms(), chain::ticks));
        }
        return DecodedTicks.feed(sources, config);
    }

    /** All that happens, read to its end; to be described only afterwards. */
    List<DecodedTicks.Part> read() {
        final List<DecodedTicks.Part> parts = new ArrayList<>();
        for (final Chain chain : filled()) {
            parts.add(new DecodedTicks.Part(chain.instrument(), chain.forms(), TickTable.readFrom(chain.ticks())));
        }
        return parts;
    }

    private List<Chain> filled() {
        return chains.stream().filter(chain -> !chain.ticks().isEmpty()).toList();
    }

    List<String> describe() {
        return readers().stream().map(TickMarket::describe).toList();
    }

    List<DataSource> sources() {
        return readers().stream().map(DataSource::of).toList();
    }

    private List<TickReader> readers() {
        final List<TickReader> readers = new ArrayList<>();
        chains.forEach(chain -> readers.addAll(chain.ticks().readers()));
        return readers.stream().filter(TickMarket::isWorthTelling).toList();
    }

    /** That a recording holds none of some kind is worth a line only if something was wrong on the way. */
    private static boolean isWorthTelling(final TickReader reader) {
        return reader.quality().ticks() > 0
                || TickReport.Part.findings(reader.tickKind(), reader.quality()).values().stream()
                        .anyMatch(count -> count > 0);
    }

    private static String describe(final TickReader reader) {
        final StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s (%s, times %s %s): %,d %s",
                reader.facts().source(),
                reader.facts().format(),
                reader.facts().timeForm(),
                reader.facts().zone(),
                reader.quality().ticks(),
                reader.tickKind()));
        if (reader.quality().ticks() > 0) {
            text.append(", ").append(Render.time(reader.quality().firstTimeNs()));
            text.append(" to ").append(Render.time(reader.quality().lastTimeNs()));
        }
        TickReport.Part.findings(reader.tickKind(), reader.quality())
                .forEach((label, count) -> text.append(String.format(Locale.ROOT, ", %,d %s", count, label)));
        return text.toString();
    }

    @Override
    public void close() {
        chains.forEach(chain -> chain.ticks().close());
    }
}
