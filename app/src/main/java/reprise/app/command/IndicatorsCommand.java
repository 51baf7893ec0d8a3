package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.app.output.TextTable;
import reprise.indicator.CatalogPage;
import reprise.indicator.IndicatorCatalog;

/** Lists the indicators, or shows the values of some beside the bars of a file, so that they can be held against any chart. */
@Command(
        name = "indicators",
        mixinStandardHelpOptions = true,
        description = "List all indicators, or print the values of some beside the bars of a file.",
        footer = {
            "",
            "Examples:",
            "  reprise indicators                                     all, with parameters, warm-up and formula",
            "  reprise indicators ema:15 adx:14 --data BTCUSDT-5m.csv.gz",
            "  reprise indicators rsi:14 --data BTCUSDT-5m.csv.gz --bars 1h",
            "  reprise indicators 'slope(ema(close, 15), 3)' macd.signal --data SPY.csv --csv > values.csv",
        })
public final class IndicatorsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "EXPRESSION",
            arity = "0..*",
            description = "Such as ema:15, macd.signal or slope(rsi:14, 3).")
    private List<String> expressions = new ArrayList<>();

    @Option(names = "--data", paramLabel = "FILE", description = "File of bars: plain, .gz or .zip.")
    private Path data;

    @Option(
            names = "--bars",
            paramLabel = "SPEC",
            description = "Build other bars of those in the file first: 1h, 30m@us-equities, volume:1000, dollar:1e6.")
    private String bars;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private RowOptions rows = new RowOptions();

    @Override
    public Integer call() {
        if (expressions.isEmpty() && data == null) {
            list();
        } else if (expressions.isEmpty() || data == null) {
            throw new ConfigException("values need both indicators and --data FILE; the list needs neither");
        } else {
            values();
        }
        return ExitCode.OK;
    }

    private void values() {
        final FileBars told = new FileBars(data, reading, bars, expressions);
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "indicators");
        fields.put("data", data.toString());
        fields.put("bars", bars);
        new BarRows(told, rows, false, expressions).print(System.out, fields);
    }

    private void list() {
        final List<CatalogPage.Entry> entries = CatalogPage.entries(IndicatorCatalog.shipped());
        if (rows.json()) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("command", "indicators");
            fields.put(
                    "indicators",
                    entries.stream().map(IndicatorsCommand::fields).toList());
            Json.print(System.out, fields);
            return;
        }
        final TextTable table = new TextTable("indicator", "first", "stable", "<formula");
        entries.forEach(entry -> table.row(
                entry.signature(),
                entry.firstBar(),
                entry.stableBar(),
                entry.formula() + (entry.outputs().equals("value") ? "" : "  [" + entry.outputs() + "]")));
        System.out.print(table);
    }

    private static Map<String, Object> fields(final CatalogPage.Entry entry) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.name());
        fields.put("title", entry.title());
        fields.put("signature", entry.signature());
        fields.put("outputs", List.of(entry.outputs().split(", ")));
        fields.put("firstBar", entry.firstBar());
        fields.put("stableBar", entry.stableBar());
        fields.put("formula", entry.formula());
        fields.put("madeOf", entry.madeOf());
        fields.put("source", entry.source());
        return fields;
    }
}
