package reprise.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaFeed;
import reprise.alpaca.AlpacaHistory;
import reprise.alpaca.market.Adjustment;
import reprise.alpaca.market.BarRequest;
import reprise.alpaca.market.HistoryException;
import reprise.alpaca.market.Timeframe;
import reprise.app.ExitCode;
import reprise.app.config.AlpacaSettings;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.history.BarFile;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.simulation.remote.LinkException;

/** Fetches bars of the past into files, and goes on with files that are there. */
@Command(
        name = "alpaca",
        mixinStandardHelpOptions = true,
        description = {
            "Fetch bars of the past from Alpaca into DIR/SYMBOL-TIMEFRAME-ADJUSTMENT.csv, one file a symbol.",
            "Asked again, it goes on behind what is there. Keys: APCA_API_KEY_ID and APCA_API_SECRET_KEY, or those of --conf.",
            "Crypto has a slash, as in BTC/USD, and is not adjusted.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise data fetch alpaca SPY AAPL --from 2026-01-02 --to 2026-03-31 --timeframe 1m --adjustment split",
            "  reprise data fetch alpaca BTC/USD --from 2026-01-01T00:00:00Z --timeframe 1h --dir data",
        })
final class DataFetchCommand implements Callable<Integer> {
    private static final int DATE_LENGTH = 10;
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final String USUAL_KEYS = "{apiKey: 'env:APCA_API_KEY_ID', apiSecret: 'env:APCA_API_SECRET_KEY'}";

    @Parameters(paramLabel = "SYMBOL", arity = "1..*", description = "Stocks such as SPY, crypto such as BTC/USD.")
    private List<String> symbols = new ArrayList<>();

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "First bar: a day, or a time in UTC.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Last bar, the day included (default: until now).")
    private String to;

    @Option(
            names = "--timeframe",
            defaultValue = "1m",
            description = "1m to 59m, 1h to 23h or 1d (default: ${DEFAULT-VALUE}).")
    private String timeframe;

    @Option(
            names = "--adjustment",
            defaultValue = "split",
            description = "Of stock prices: raw, split, dividend, all (default: ${DEFAULT-VALUE}).")
    private String adjustment;

    @Option(
            names = "--feed",
            description = "iex, sip: where prices of stocks come from (default: what --conf says, or iex).")
    private String feed;

    @Option(names = "--dir", defaultValue = "data", description = "Where files go (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(names = "--conf", paramLabel = "CONF", description = "Take account, keys and feed of this configuration.")
    private Path conf;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final List<Map<String, Object>> files = new ArrayList<>();

    @Override
    public Integer call() {
        final Timeframe bars = timeframe();
        final Adjustment adjusted = choice("--adjustment", adjustment, Adjustment.values());
        final long fromNs = timeNs("--from", from, false);
        final long toNs = to == null ? Instant.now().getEpochSecond() * NS_PER_SECOND : timeNs("--to", to, true);
        if (toNs < fromNs) {
            throw new ConfigException("--to " + to + ": is before --from " + from);
        }
        final AlpacaConfig config = settings().withKeys("");
        try (AlpacaHistory history = new AlpacaHistory(config);
                Progress progress = new Progress("bars")) {
            for (final String symbol : symbols) {
                fetch(history, progress, symbol, bars, fromNs, toNs, symbol.contains("/") ? Adjustment.RAW : adjusted);
            }
        }
        print();
        return sayWhatIsEmpty() ? ExitCode.DATA : ExitCode.OK;
    }

    private void fetch(
            final AlpacaHistory history,
            final Progress progress,
            final String symbol,
            final Timeframe bars,
            final long fromNs,
            final long toNs,
            final Adjustment adjusted) {
        if (!symbol.matches("[A-Za-z0-9./_-]{1,32}")) {
            throw new ConfigException(symbol + ": is no symbol such as SPY, BRK.B or BTC/USD");
        }
        final String name = symbol.replace('/', '-') + "-" + timeframe + "-" + adjusted + ".csv";
        try (BarFile file = new BarFile(directory.resolve(name))) {
            final long goOnNs = Math.max(fromNs, file.lastStartNs() == 0 ? 0 : file.lastStartNs() + 1);
            if (goOnNs <= toNs) {
                history.fetch(
                        new BarRequest(List.of(symbol), bars, goOnNs, toNs, adjusted, BarRequest.LARGEST_PAGE),
                        bar -> {
                            file.add(
                                    bar.startNs(),
                                    bar.openText(),
                                    bar.highText(),
                                    bar.lowText(),
                                    bar.closeText(),
                                    bar.volumeText());
                            progress.at(file.bars(), symbol + " " + Render.time(bar.startNs()));
                        },
                        (count, last, startNs) -> file.flush());
            }
            files.add(fields(symbol, file));
        } catch (final HistoryException e) {
            final String next = e.isRefused() ? "" : "; what was fetched is kept, ask again to go on";
            throw new LinkException(symbol + ": " + e.getMessage() + next, e);
        }
    }

    private static Map<String, Object> fields(final String symbol, final BarFile file) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbol", symbol);
        fields.put("file", file.path().toString());
        fields.put("bars", file.bars());
        fields.put("added", file.added());
        fields.put("last", file.lastStartNs() == 0 ? "" : Render.time(file.lastStartNs()));
        return fields;
    }

    /** A symbol that Alpaca does not have is no error there: it has no bars. */
    private boolean sayWhatIsEmpty() {
        boolean any = false;
        for (final Map<String, Object> file : files) {
            if ((long) file.get("bars") == 0) {
                any = true;
                System.err.println("reprise: " + file.get("symbol")
                        + ": Alpaca has no bars of it in that time; is it written as Alpaca does, SPY or BTC/USD?");
            }
        }
        return any;
    }

    private void print() {
        if (json) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("command", "data fetch alpaca");
            fields.put("files", files);
            Json.print(System.out, fields);
            return;
        }
        final TextTable table = new TextTable("file", "bars", "added", "last bar");
        for (final Map<String, Object> file : files) {
            table.row(
                    String.valueOf(file.get("file")),
                    Render.count((long) file.get("bars")),
                    Render.count((long) file.get("added")),
                    String.valueOf(file.get("last")));
        }
        System.out.print(table);
    }

    private AlpacaSettings settings() {
        final AlpacaSettings settings = conf == null ? AlpacaSettings.parse(USUAL_KEYS) : configured();
        return feed == null ? settings : settings.with(choice("--feed", feed, AlpacaFeed.values()));
    }

    private AlpacaSettings configured() {
        final RunConfig config = RunConfigReader.read(conf, List.of());
        if (config.alpaca() == null) {
            throw new ConfigException("--conf " + conf + ": its venue is not alpaca");
        }
        return config.alpaca();
    }

    private Timeframe timeframe() {
        final ConfigException wrong =
                new ConfigException("--timeframe " + timeframe + ": write 1m to 59m, 1h to 23h, or 1d");
        if (!timeframe.matches("[0-9]{1,3}[mhd]")) {
            throw wrong;
        }
        final long amount = Long.parseLong(timeframe.substring(0, timeframe.length() - 1));
        final Duration length = switch (timeframe.charAt(timeframe.length() - 1)) {
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        try {
            return Timeframe.of(length);
        } catch (final IllegalArgumentException e) {
            throw wrong;
        }
    }

    private static <E extends Enum<E>> E choice(final String option, final String text, final E[] all) {
        final List<String> names = new ArrayList<>();
        for (final E one : all) {
            final String name = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return one;
            }
            names.add(name);
        }
        throw new ConfigException(option + " " + text + ": is not one of " + String.join(", ", names));
    }

    /** A day means its beginning, or its end. */
    private static long timeNs(final String option, final String text, final boolean isEnd) {
        final boolean isDay = text.length() == DATE_LENGTH;
        try {
            final Instant time = Instant.parse(isDay ? text + (isEnd ? "T23:59:59Z" : "T00:00:00Z") : text);
            return Math.multiplyExact(time.getEpochSecond(), NS_PER_SECOND) + time.getNano();
        } catch (final DateTimeException | ArithmeticException e) {
            throw new ConfigException(
                    option + " " + text + ": is no day or time in UTC such as 2026-03-01 or 2026-03-01T14:30:00Z");
        }
    }
}
