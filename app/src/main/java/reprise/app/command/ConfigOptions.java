package reprise.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.config.ConfigTemplate;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.wiring.DecodedMarket;
import reprise.app.wiring.MarketData;

/** What a command needs to run a configuration on data. */
final class ConfigOptions {
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "CONF", description = "Configuration file, such as conf/btc-trend.yaml.")
    private Path conf;

    @Option(
            names = "--data",
            paramLabel = "[SYMBOL=]PATH",
            description = {
                "File of bars for an instrument; repeat for more. Without SYMBOL the file's name must contain it, unless there"
                        + " is but one instrument.",
                "Or files of trades, quotes and order books, any number for an instrument (docs/ticks.md).",
                "Or a made-up market: synthetic:bars=100000,seed=7,period=1m,price=100.",
                "Or the directory of a journal, for the market that it has on record (docs/journals.md).",
            })
    private List<String> data = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the configuration; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description =
                    "The first N bars of each instrument warm indicators and are not traded; the same as --set warmup.bars=N.")
    private String warmupBars;

    @Option(
            names = "--warmup-until",
            paramLabel = "TIME",
            description = {
                "Trade from then on, such as 2024-03-01; bars before warm indicators, with --warmup N the last N of them.",
                "The same as --set warmup.until=TIME."
            })
    private String warmupUntil;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    RunConfig config() {
        return RunConfigReader.read(conf, assignments());
    }

    /** The same before anything is checked, for values to be changed. */
    ConfigTemplate template() {
        return ConfigTemplate.read(conf, assignments());
    }

    /** What the command line changes of the file, in order. */
    List<String> assignments() {
        final List<String> all = new ArrayList<>(overrides);
        if (warmupBars != null) {
            all.add("warmup.bars=" + warmupBars);
        }
        if (warmupUntil != null) {
            all.add("warmup.until=" + warmupUntil);
        }
        return all;
    }

    MarketData openData(final RunConfig config) {
        return MarketData.open(config, data, reading::forDecimals);
    }

    DecodedMarket decodeData(final RunConfig config) {
        return MarketData.decode(config, data, reading::forDecimals);
    }

    /** A name for this run: what runs, and when it was started. */
    static String newRunId(final RunConfig config) {
        return config.name() + "-" + RUN_TIME.format(Instant.now());
    }

    /** Whether the command line names data. */
    boolean hasData() {
        return !data.isEmpty();
    }
}
