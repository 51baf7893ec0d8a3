package reprise.app.command;

import java.math.BigDecimal;
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
import reprise.app.wiring.AlpacaVenueRun;
import reprise.simulation.alpaca.AlpacaConfig;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.AlpacaTally;
import reprise.simulation.alpaca.account.AccountStanding;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.stream.StreamLimits;
import reprise.simulation.alpaca.wire.Credentials;

/** A local venue that speaks Alpaca's protocol. */
@Command(
        name = "alpaca",
        mixinStandardHelpOptions = true,
        description = {
            "A local server that speaks Alpaca's protocol: REST and streams of trading and market data, at one port of 127.0.0.1.",
            "Its market is the data's; it begins when a client listens to market data. Orders fill as in paper trading.",
            "At the end it tells what it has seen of its clients: orders, fills, positions and cash by its own books.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise venue alpaca conf/spy-trend.yaml --data spy-minutes.zip --speed 600",
            "  reprise venue alpaca conf/spy-trend.yaml --data synthetic:bars=390,seed=7 --fault drop@100 --faults 7",
        })
public final class VenueAlpacaCommand implements Callable<Integer>, AlpacaVenueRun.Options {
    private static final double BPS = 10_000;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "Where to listen; 0 for a free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "max",
            description =
                    "1 is real time, 60 a minute a second, max as fast as clients read (default: ${DEFAULT-VALUE}).")
    private String speed;

    @Option(
            names = "--key",
            defaultValue = "${env:REPRISE_VENUE_KEY:-KEY}",
            description = "Key id that clients must show; else that of REPRISE_VENUE_KEY, else KEY.")
    private String key;

    @Option(
            names = "--secret",
            defaultValue = "${env:REPRISE_VENUE_SECRET:-SECRET}",
            description = "Secret of the key; else that of REPRISE_VENUE_SECRET, else SECRET, which protects nothing.")
    private String secret;

    @Option(
            names = "--rate-limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "Requests a minute, of trading and of data each (default: ${DEFAULT-VALUE}).")
    private int rateLimit;

    @Option(
            names = "--symbol-limit",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Symbols of trades and quotes on a stream of stocks; 0 for any number (default: ${DEFAULT-VALUE}).")
    private int symbolLimit;

    @Option(names = "--no-sip", description = "The streams of all exchanges are not in the plan, as in a free one.")
    private boolean withoutSip;

    @Option(
            names = "--no-events",
            description = "Past order updates cannot be read again, as where an account has no feed of events.")
    private boolean withoutEvents;

    @Option(
            names = "--partial-fills",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "How many fills are partial, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double partialFills;

    @Option(
            names = "--day-trade-rule",
            description = "Refuse a fourth day trade within five days to an account of less than 25000, as until 2026.")
    private boolean dayTradeRule;

    @Option(
            names = "--standing",
            defaultValue = "good",
            description =
                    "Of the account: good, trading-blocked, account-blocked, suspended, or a status such as ONBOARDING"
                            + " (default: ${DEFAULT-VALUE}).")
    private String standing;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Decides which fills are partial, and all ids (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--crypto-fee-bps",
            paramLabel = "BPS",
            defaultValue = "25",
            description = "Fee of pairs, taken of what is received (default: ${DEFAULT-VALUE}).")
    private double cryptoFeeBps;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            split = ",",
            description = {
                "Let something go wrong when there were so many trades, quotes and bars: KIND[=MS][:WHERE]@STEP, several in a list.",
                "Such as drop@100, silent=5000:/v2/iex@200, slow=2000:POST@300. An unknown kind lists all.",
            })
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--faults",
            paramLabel = "SEED",
            description = "Let things go wrong at random; the same for the same seed and data.")
    private Long faultSeed;

    @Option(
            names = "--linger",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long clients may stay, or come back, when the data has ended (default: ${DEFAULT-VALUE}).")
    private int lingerSeconds;

    @Option(names = "--json", description = "Print one JSON object at the end.")
    private boolean json;

    @Override
    public Integer call() {
        final RunConfig config = options.config();
        plans();
        final AlpacaVenueRun.Outcome outcome;
        try (Progress progress = new Progress("bars")) {
            outcome = new AlpacaVenueRun(
                            config,
                            options.decodeData(config).bars("a local Alpaca"),
                            SpeedOption.pace(speed, config),
                            lingerSeconds)
                    .run(this, (bars, timeNs) -> progress.at(bars, Render.time(timeNs)));
        }
        print(config, outcome.tally());
        return outcome.stopped() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private List<Fault.Planned> plans() {
        try {
            return faults.stream().map(Fault.Planned::parse).toList();
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--fault " + e.getMessage());
        }
    }

    @Override
    public AlpacaConfig configured(final AlpacaConfig plain) {
        try {
            final AccountTerms terms = plain.terms()
                    .withPartialFills(partialFills, seed)
                    .withCryptoFee(BigDecimal.valueOf(cryptoFeeBps / BPS))
                    .in(AccountStanding.parse(standing));
            return (withoutEvents ? plain.withoutEvents() : plain)
                    .listening(port, new Credentials(key, secret))
                    .withTerms(dayTradeRule ? terms.withDayTradeRule() : terms)
                    .withLimits(
                            new StreamLimits(symbolLimit, !withoutSip, StreamLimits.GENEROUS.authTimeoutMs()),
                            rateLimit);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    @Override
    public void started(final AlpacaServer server) {
        plans().forEach(server.faults()::plan);
        if (faultSeed != null) {
            server.faults().planAtRandom(faultSeed);
        }
    }

    private void print(final RunConfig config, final AlpacaTally tally) {
        if (json) {
            Json.print(System.out, fields(config, tally));
            return;
        }
        final TextTable table = new TextTable("seen by the venue", "");
        table.row("orders", Long.toString(tally.orders()));
        table.row("orders under an id that was used before", Long.toString(tally.repeatedOrders()));
        table.row("fills", Long.toString(tally.fills()));
        table.row("cash", text(tally.cash()) + " " + config.account().currency());
        table.row("fees", text(tally.fees()) + " " + config.account().currency());
        tally.positions().forEach((symbol, quantity) -> table.row("position in " + symbol, text(quantity)));
        System.out.print(table);
    }

    private static String text(final BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> fields(final RunConfig config, final AlpacaTally tally) {
        final Map<String, Object> positions = new LinkedHashMap<>();
        tally.positions().forEach((symbol, quantity) -> positions.put(symbol, text(quantity)));
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "venue alpaca");
        fields.put("orders", tally.orders());
        fields.put("repeatedOrders", tally.repeatedOrders());
        fields.put("fills", tally.fills());
        fields.put("cash", text(tally.cash()));
        fields.put("fees", text(tally.fees()));
        fields.put("currency", config.account().currency());
        fields.put("positions", positions);
        return fields;
    }
}
