package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;

/** Builds bars of the bars of a file, as the engine builds them for strategies. */
@Command(
        name = "bars",
        mixinStandardHelpOptions = true,
        description = {
            "Build bars of the bars of a file, as the engine builds them for strategies: longer ones, aligned to UTC or to sessions,"
                    + " or such as end when enough has traded.",
            "A bar that is not complete at the end of the file is not printed.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise bars --spec 1h --data BTCUSDT-5m.csv.gz",
            "  reprise bars --spec 30m --session us-equities --data SPY-1m.csv --csv > spy-30m.csv",
            "  reprise bars --spec volume:1000 --data BTCUSDT-5m.csv.gz --last 5",
            "  reprise bars --spec dollar:1e8 --data BTCUSDT-5m.csv.gz --json",
        })
public final class BarsCommand implements Callable<Integer> {
    @Option(
            names = "--spec",
            paramLabel = "SPEC",
            required = true,
            description = "What bars: a length such as 90s, 5m, 1h, 1d, 1w; volume:QUANTITY; dollar:WORTH.")
    private String spec;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "File of bars: plain, .gz or .zip.")
    private Path data;

    @Option(
            names = "--session",
            paramLabel = "NAME",
            description = "Align lengths to sessions: us-equities, us-equities-extended, or 24/7 for UTC (the default)."
                    + " The same as --spec 30m@us-equities.")
    private String session;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Override
    public Integer call() {
        final String expression = barsOf(spec, session);
        final FileBars bars = new FileBars(data, reading, expression, List.of());
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "bars");
        fields.put("data", data.toString());
        fields.put("bars", expression);
        new BarRows(bars, rows, true, List.of()).print(System.out, fields);
        return ExitCode.OK;
    }

    private static String barsOf(final String spec, final String session) {
        if (session == null) {
            return spec;
        }
        if (spec.contains("@")) {
            throw new ConfigException("--spec " + spec + " names a session already; leave out --session " + session);
        }
        return spec + "@" + session;
    }
}
