package reprise.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.output.Json;
import reprise.journal.JournalReader;
import reprise.simulation.data.DataInspector;
import reprise.simulation.data.DataQuality;
import reprise.simulation.data.DataReport;
import reprise.simulation.data.TickInspector;
import reprise.simulation.data.TickReport;

/** Shows what is in a file of bars or ticks and what is wrong with it, without stopping at the first bad row. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description =
                "Show what a file of bars or ticks holds: format, span, gaps, jumps, duplicates, disorder, bad rows.",
        footer = {"", "Example: reprise data inspect BTCUSDT-5m.csv.gz"})
final class DataInspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "File of bars, trades, quotes or an order book: plain, .gz or .zip.")
    private Path path;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (JournalReader.isThere(path)) {
            throw new ConfigException(path + " is a journal, not a file of prices: `reprise journal stats " + path
                    + "` says what is in it; a backtest can run on it with --data " + path);
        }
        final TickReport ticks = TickInspector.inspect(path, reading.overrides());
        if (ticks != null) {
            return print(ticks);
        }
        final DataReport report = DataInspector.inspect(path, reading.overrides());
        if (json) {
            Json.print(System.out, fields(report));
        } else {
            System.out.print(report.toText());
        }
        return ExitCode.OK;
    }

    private int print(final TickReport report) {
        if (json) {
            Json.print(System.out, TickFindings.fields(report));
        } else {
            System.out.print(report.toText());
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> fields(final DataReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "data inspect");
        fields.put("file", report.facts().source());
        fields.put("format", report.facts().format());
        fields.put("compression", report.facts().compression());
        fields.put("time", report.facts().timeForm());
        fields.put("zone", report.facts().zone().toString());
        fields.put("stamp", report.facts().stamp().name());
        fields.put("stampKnown", report.facts().stampKnown());
        fields.put("period", report.facts().period().toString());
        fields.put("calendar", report.facts().sessions());
        fields.put("newestFirst", report.facts().newestFirst());
        fields.put("firstOpen", report.first() == null ? null : report.first().open());
        fields.put("lastClose", report.last() == null ? null : report.last().close());
        fields.put("lowestPrice", report.lowestPrice());
        fields.put("highestPrice", report.highestPrice());
        fields.put("priceDecimals", report.priceDecimals());
        fields.put("volumeDecimals", report.volumeDecimals());
        fields.put("quality", quality(report.quality()));
        fields.put("notes", report.facts().notes());
        fields.put("badRowMessages", report.badRows());
        return fields;
    }

    /** The counters, also for reports of runs. */
    static Map<String, Object> quality(final DataQuality quality) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", quality.rows());
        fields.put("bars", quality.bars());
        fields.put("gaps", quality.gaps());
        fields.put("gapsWithinDay", quality.gapsWithinDay());
        fields.put("missingBars", quality.missingBars());
        fields.put("overlaps", quality.overlaps());
        fields.put("duplicates", quality.duplicates());
        fields.put("outOfOrder", quality.disorder());
        fields.put("badRows", quality.badRows());
        fields.put("jumps", quality.jumps());
        fields.put("firstJump", quality.jumps() == 0 ? null : quality.firstJump());
        fields.put("zeroVolumeBars", quality.zeroVolumeBars());
        fields.put("roundedVolumes", quality.roundedVolumes());
        return fields;
    }
}
