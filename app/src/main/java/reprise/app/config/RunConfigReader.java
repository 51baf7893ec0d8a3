package reprise.app.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import reprise.bar.BarSpec;
import reprise.calendar.SessionCalendar;
import reprise.core.ArbitrationPolicy;
import reprise.core.CoreConfig;
import reprise.core.DayTradePolicy;
import reprise.core.IntentPolicy;
import reprise.core.MonitorPolicy;
import reprise.core.SupervisionPolicy;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.journal.SyncPolicy;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.OrderType;
import reprise.order.TimeInForce;
import reprise.pipeline.Layout;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateHash;

/** Reads a configuration: the one place that knows its keys. */
public final class RunConfigReader {
    private static final int MAX_SYMBOL_LENGTH = 32;
    private static final int MAX_RING_SIZE = 1 << 22;
    private static final int MAX_CLOCK_TICK_MS = 60_000;
    private static final int DEFAULT_SNAPSHOT_EVERY = 1_000_000;
    private static final int DEFAULT_SNAPSHOTS_KEPT = 3;
    private static final int MAX_SNAPSHOTS_KEPT = 1000;
    private static final long DEFAULT_STOP_WITHIN_NS = 10_000_000_000L;
    private static final long MAX_STOP_WITHIN_NS = 3_600_000_000_000L;
    private static final long DEFAULT_TICK_BAR_NS = 60_000_000_000L;
    private static final long MAX_TICK_BAR_NS = 86_400_000_000_000L;
    private static final int MAX_WARMUP_BARS = 10_000_000;
    private static final long MAX_STEP = 1_000_000;
    private static final String MAX_MONEY = "90000000000";

    private final String file;
    private final Path directory;
    private final MappingNode root;
    private final List<String> places;
    private InstrumentDefaults usual = InstrumentDefaults.ALL;

    private RunConfigReader(
            final String file, final Path directory, final MappingNode root, final List<String> places) {
        this.file = file;
        this.directory = directory;
        this.root = root;
        this.places = places;
    }

    /**
     * Reads a file.
     *
     * @param path of the file.
     * @param overrides such as {@code strategies.trend.emaFast=13}, applied in order.
     * @return the configuration.
     * @throws ConfigException naming file, line and key.
     */
    public static RunConfig read(final Path path, final List<String> overrides) {
        return read(path, overrides, List.of());
    }

    /**
     * Reads a file for a run that goes on from the state of another.
     *
     * @param path of the file.
     * @param overrides such as {@code strategies.trend.emaFast=13}, applied in order.
     * @param places names of the strategies that have a place already, in order; see {@link RunConfig#placed}.
     * @return the configuration.
     * @throws ConfigException naming file, line and key.
     */
    public static RunConfig read(final Path path, final List<String> overrides, final List<String> places) {
        return ConfigTemplate.read(path, overrides).config(List.of(), places);
    }

    static RunConfig read(final String file, final Path directory, final MappingNode root, final List<String> places) {
        return new RunConfigReader(file, directory, root, places).read();
    }

    /**
     * Reads text, such as the one that a journal keeps.
     *
     * @param name by which errors call it.
     * @param text YAML.
     * @return the configuration.
     * @throws ConfigException naming line and key.
     */
    public static RunConfig parse(final String name, final String text) {
        return parse(name, text, List.of());
    }

    /**
     * Reads text for a run that goes on from the state of another.
     *
     * @param name by which errors call it.
     * @param text YAML.
     * @param places names of the strategies that have a place already, in order; see {@link RunConfig#placed}.
     * @return the configuration.
     * @throws ConfigException naming line and key.
     */
    public static RunConfig parse(final String name, final String text, final List<String> places) {
        return ConfigTemplate.parse(name, text).config(List.of(), places);
    }

    private RunConfig read() {
        final Section top = new Section(file, "", root);
        final String name = top.requiredText("name");
        if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
            throw top.invalid("name", "'" + name + "' is not 1 to 60 letters, digits, dots, hyphens or underscores");
        }
        final RunConfig.Account account = account(top.section("account"));
        final Map<String, Path> dataFiles = new LinkedHashMap<>();
        final Section venueSection = top.section("venue");
        final AlpacaSettings alpaca = VenueReader.alpaca(venueSection);
        usual = alpaca == null ? InstrumentDefaults.ALL : InstrumentDefaults.ALPACA;
        final List<InstrumentDefinition> instruments =
                instruments(top.section("instruments"), account.currency(), dataFiles);
        VenueReader.requireLots(venueSection, alpaca, instruments);
        final VenueConfig venue = VenueReader.read(venueSection);
        final Warmup warmup = warmup(top.optionalSection("warmup"));
        final long tickBarNs = tickBarNs(top.optionalSection("ticks"));
        final List<StrategyBlock> strategies = strategies(top, instruments);
        final CoreConfig core = core(top, account, strategies).with(intents(top, strategies, instruments));
        final Section engine = top.optionalSection("engine");
        final PipelineConfig pipeline = pipeline(engine);
        final SyncPolicy sync = sync(engine);
        final RunConfig.Snapshots snapshots = new RunConfig.Snapshots(
                engine.integer("snapshotEvery", DEFAULT_SNAPSHOT_EVERY, 0, Integer.MAX_VALUE),
                engine.integer("snapshotsKept", DEFAULT_SNAPSHOTS_KEPT, 1, MAX_SNAPSHOTS_KEPT));
        final RunConfig.Shutdown shutdown = shutdown(top.optionalSection("shutdown"));
        final int clockTickMs = engine.integer("clockTickMs", 100, 1, MAX_CLOCK_TICK_MS);
        engine.finish();
        top.finish();
        final String text = CanonicalYaml.of(root);
        final String hash = HexFormat.of().formatHex(StateHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new RunConfig(
                name,
                account,
                instruments,
                dataFiles,
                venue,
                alpaca,
                warmup,
                tickBarNs,
                strategies,
                core,
                pipeline,
                sync,
                snapshots,
                shutdown,
                clockTickMs,
                text,
                hash);
    }

    private static RunConfig.Shutdown shutdown(final Section section) {
        final RunConfig.Shutdown shutdown = new RunConfig.Shutdown(
                section.choice("orders", OrdersAtStop.CANCEL),
                section.durationNs("within", DEFAULT_STOP_WITHIN_NS, 0, MAX_STOP_WITHIN_NS));
        section.finish();
        return shutdown;
    }

    private static CoreConfig core(
            final Section top, final RunConfig.Account account, final List<StrategyBlock> strategies) {
        final List<String> names = strategies.stream().map(StrategyBlock::name).toList();
        final GuardLimits guard = GuardSection.read(top.optionalSection("guard"));
        final MonitorPolicy monitor =
                top.has("monitor") ? MonitorSection.read(top.section("monitor"), names, account.cash()) : null;
        final List<ExitPolicy> exits = new ArrayList<>();
        strategies.forEach(block -> exits.add(block.exits()));
        return CoreConfig.with(RiskSection.read(top.section("risk")))
                .with(new SupervisionPolicy(guard, monitor, exits))
                .with(ReconciliationSection.read(top.optionalSection("reconciliation")));
    }

    /** An arbiter stands between strategies where one is configured, or where one of them says how its signals are sized. */
    private static IntentPolicy intents(
            final Section top, final List<StrategyBlock> strategies, final List<InstrumentDefinition> instruments) {
        final boolean arbitrates = top.has("arbiter") || strategies.stream().anyMatch(StrategyBlock::isSized);
        final ArbitrationPolicy arbitration = arbitrates
                ? ArbiterSection.read(
                        top.optionalSection("arbiter"),
                        strategies.stream().map(StrategyBlock::terms).toList(),
                        instruments)
                : null;
        final DayTradePolicy dayTrade =
                DayTradeSection.read(top.section("risk").optionalSection(RiskSection.DAY_TRADE), instruments.size());
        return new IntentPolicy(
                arbitration, strategies.stream().map(StrategyBlock::execution).toList(), dayTrade);
    }

    private static RunConfig.Account account(final Section section) {
        final String currency = currency(section, "currency");
        final long cash = section.decimal("cash", null, Money.DECIMALS, 1, Money.parse(MAX_MONEY));
        section.finish();
        return new RunConfig.Account(currency, cash);
    }

    private static String currency(final Section section, final String key) {
        final String currency = section.requiredText(key);
        if (!currency.matches("[A-Za-z0-9.]{1,16}")) {
            throw section.invalid(key, "'" + currency + "' is no currency or asset name such as USD, USDT, BTC");
        }
        return currency;
    }

    private List<InstrumentDefinition> instruments(
            final Section section, final String currency, final Map<String, Path> dataFiles) {
        final List<InstrumentDefinition> instruments = new ArrayList<>();
        for (final String symbol : section.keys()) {
            if (symbol.length() > MAX_SYMBOL_LENGTH || !symbol.matches("[!-~]+")) {
                throw section.invalid(symbol, "a symbol is 1 to " + MAX_SYMBOL_LENGTH + " printable ASCII characters");
            }
            instruments.add(instrument(section, symbol, instruments.size(), currency, dataFiles));
        }
        if (instruments.isEmpty()) {
            throw new ConfigException(file + ": instruments: there must be at least one");
        }
        return instruments;
    }

    private InstrumentDefinition instrument(
            final Section parent,
            final String symbol,
            final int id,
            final String currency,
            final Map<String, Path> dataFiles) {
        final Section section = parent.section(symbol);
        final String base = currency(section, "base");
        final String quote = currency(section, "quote");
        if (!quote.equals(currency)) {
            throw section.invalid(
                    "quote", quote + " is not the account's currency " + currency + "; one account has one currency");
        }
        final String tick = section.requiredText("tick");
        final String lot = section.requiredText("lot");
        final int priceDecimals = decimals(section, "priceDecimals", tick);
        final int quantityDecimals = decimals(section, "quantityDecimals", lot);
        final InstrumentDefinition definition = new InstrumentDefinition(
                id,
                0,
                symbol,
                base,
                quote,
                priceDecimals,
                quantityDecimals,
                step(section, "tick", priceDecimals),
                step(section, "lot", quantityDecimals),
                section.money("minNotional", "0", 0),
                section.decimal("maxQuantity", "0", quantityDecimals, 0, Long.MAX_VALUE / 1000),
                section.flag("shortable", usual.isShortable(symbol)),
                section.choices("orderTypes", OrderType.class, usual.orderTypes(symbol)),
                section.choices("timesInForce", TimeInForce.class, usual.timesInForce(symbol)),
                calendar(section),
                BracketStyle.ENGINE,
                false);
        if (section.has("data")) {
            dataFiles.put(symbol, directory.resolve(section.requiredText("data")));
        }
        section.finish();
        return definition;
    }

    private static String calendar(final Section section) {
        final String name = section.text("calendar", SessionCalendar.utcDays().name());
        try {
            return SessionCalendar.named(name).name();
        } catch (final IllegalArgumentException e) {
            throw section.invalid("calendar", e.getMessage());
        }
    }

    /** The decimals of a scale: as configured, or as many as its smallest step is written with. */
    private static int decimals(final Section section, final String key, final String step) {
        final int point = step.indexOf('.');
        final int written = point < 0 ? 0 : step.length() - point - 1;
        final int most = InstrumentDefinition.MAX_DECIMALS;
        return section.integer(key, Math.min(written, most), Math.min(written, most), most);
    }

    /** The smallest step of a scale, in its units. What may be written does not depend on the scale, which follows from it. */
    private static long step(final Section section, final String key, final int decimals) {
        final int most = InstrumentDefinition.MAX_DECIMALS;
        section.decimal(key, null, most, 1, Decimals.powerOfTen(most) * MAX_STEP);
        return section.decimal(key, null, decimals, 1, Decimals.powerOfTen(decimals) * MAX_STEP);
    }

    private static Warmup warmup(final Section section) {
        final Warmup warmup = new Warmup(
                section.integer("bars", 0, 0, MAX_WARMUP_BARS), section.has("until") ? section.timeNs("until") : 0);
        section.finish();
        return warmup;
    }

    private static long tickBarNs(final Section section) {
        final long barNs = section.durationNs("bars", DEFAULT_TICK_BAR_NS, BarSpec.MIN_LENGTH_NS, MAX_TICK_BAR_NS);
        section.finish();
        return barNs;
    }

    private List<StrategyBlock> strategies(final Section top, final List<InstrumentDefinition> instruments) {
        final Section section = top.section("strategies");
        final List<StrategyBlock> blocks = new ArrayList<>();
        final Set<String> names = new LinkedHashSet<>(places);
        names.addAll(section.keys());
        for (final String name : names) {
            final StrategyBlock block = section.keys().contains(name)
                    ? new StrategyBlock(name, () -> section.section(name), instruments)
                    : StrategyBlock.gone(name);
            block.newStrategy();
            blocks.add(block);
        }
        return blocks;
    }

    private static PipelineConfig pipeline(final Section section) {
        return new PipelineConfig(
                section.choice("layout", Layout.AUTO),
                section.choice("wait", WaitPolicy.BLOCKING),
                ringSize(section, "inputRingSize"),
                ringSize(section, "outputRingSize"),
                section.flag("conflateQuotes", false));
    }

    private static SyncPolicy sync(final Section section) {
        try {
            return SyncPolicy.parse(section.text("sync", SyncPolicy.NONE.toString()));
        } catch (final IllegalArgumentException e) {
            throw section.invalid("sync", e.getMessage());
        }
    }

    private static int ringSize(final Section section, final String key) {
        final int size = section.integer(key, PipelineConfig.DEFAULT_RING_SIZE, 2, MAX_RING_SIZE);
        if (Integer.bitCount(size) != 1) {
            throw section.invalid(key, size + " is not a power of two, such as " + Integer.highestOneBit(size));
        }
        return size;
    }
}
