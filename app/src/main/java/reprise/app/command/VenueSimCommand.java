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
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.TextTable;
import reprise.app.wiring.LinkNotices;
import reprise.app.wiring.MarketData;
import reprise.app.wiring.VenueRun;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.simulation.remote.Stop;
import reprise.simulation.venue.VenueTally;

/** The simulated venue and its market in a process of its own. */
@Command(
        name = "sim",
        mixinStandardHelpOptions = true,
        description = {
            "The simulated venue in a process of its own, on recorded or made-up data: an engine connects with run --venue.",
            "Engine and venue are in step; while the engine is gone, the market stands still.",
            "At the end it tells what it has seen of the engine: orders, fills, positions and cash by its own books.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise venue sim conf/btc-trend.yaml --data BTCUSDT-5m.csv.gz --socket run/venue.sock",
            "  reprise run conf/btc-trend.yaml --venue unix:run/venue.sock",
        })
public final class VenueSimCommand implements Callable<Integer> {
    private static final long MS_PER_SECOND = 1_000;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            required = true,
            description = "Where to listen: a file in a directory that only you may enter, made if it does not exist.")
    private Path socket;

    @Option(
            names = "--speed",
            defaultValue = "max",
            description =
                    "1 is real time, 60 a minute a second, max as fast as the engine (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long the engine may be away, or silent (default: ${DEFAULT-VALUE}).")
    private int patienceSeconds;

    @Option(
            names = "--stop-at",
            paramLabel = "STOP",
            split = ",",
            description = {
                "Stop answering there, say so, and go on when the engine was killed and is back: what crashtest uses.",
                "event:57 after 57 more events, command:3, step:10 or hello:1; several in their order.",
            })
    private List<String> stops = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (patienceSeconds < 1) {
            throw new ConfigException("--patience " + patienceSeconds + ": must be 1 or more");
        }
        final RunConfig config = options.config();
        final VenueRun.Outcome outcome;
        try (MarketData data = options.openData(config);
                Progress progress = new Progress("bars")) {
            outcome = new VenueRun(config, socket, parsedStops(), patienceSeconds * MS_PER_SECOND)
                    .run(
                            data,
                            SpeedOption.pace(speed, config),
                            new LinkNotices(System.err),
                            (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        print(config, outcome.tally());
        return outcome.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private List<Stop> parsedStops() {
        try {
            return stops.stream().map(Stop::parse).toList();
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--stop-at: " + e.getMessage());
        }
    }

    private void print(final RunConfig config, final VenueTally tally) {
        if (json) {
            Json.print(System.out, fields(config, tally));
            return;
        }
        final TextTable table = new TextTable("seen by the venue", "");
        table.row("orders", Long.toString(tally.orders()));
        table.row("orders under an id that was used before", Long.toString(tally.repeatedOrders()));
        table.row("fills", Long.toString(tally.fills()));
        table.row("cash", Money.format(tally.cash()) + " " + config.account().currency());
        for (final InstrumentDefinition instrument : config.instruments()) {
            table.row("position in " + instrument.symbol(), position(instrument, tally));
        }
        System.out.print(table);
    }

    private static String position(final InstrumentDefinition instrument, final VenueTally tally) {
        return Decimals.format(tally.positions()[instrument.instrumentId()], instrument.quantityDecimals());
    }

    private static Map<String, Object> fields(final RunConfig config, final VenueTally tally) {
        final Map<String, Object> positions = new LinkedHashMap<>();
        for (final InstrumentDefinition instrument : config.instruments()) {
            positions.put(instrument.symbol(), position(instrument, tally));
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "venue sim");
        fields.put("orders", tally.orders());
        fields.put("repeatedOrders", tally.repeatedOrders());
        fields.put("fills", tally.fills());
        fields.put("cash", Money.format(tally.cash()));
        fields.put("currency", config.account().currency());
        fields.put("positions", positions);
        return fields;
    }
}
