package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program against a local Alpaca in another process: the day of trading that the documentation shows, command by command as it stands there,
 * and an engine that is killed again and again.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class AlpacaIT {
    /** The page whose commands the day is made of. */
    static final DocumentedPage DOCUMENTED = DocumentedPage.of("docs/alpaca.md");

    /** Where they stand on it. */
    static final String DAY = "Without an account: a local Alpaca";

    private static final String CONF =
            Program.root().resolve("conf/alpaca-local.yaml").toString();
    private static final String JOURNAL = "journals/alpaca-local";

    /** The same journal, and what Alpaca itself does of it: brackets of whole shares, and what is bought for amounts of money. */
    private static final String NATIVES = """
            name: alpaca-local
            account: {currency: USD, cash: 100000}
            instruments:
              SPY: {base: SPY, quote: USD, tick: 0.01, lot: 1, priceDecimals: 4}
              QQQ: {base: QQQ, quote: USD, tick: 0.01, lot: 0.000000001, priceDecimals: 4}
              BTC/USD: {base: BTC, quote: USD, tick: 0.01, lot: 0.000000001}
            venue:
              kind: alpaca
              alpaca: {account: local, venueTime: true, brackets: native, amounts: native, requestsPerMinute: 100000}
            strategies:
              whole: {kind: trend, instrument: SPY, bars: 1m, emaFast: 3, emaSlow: 8, adxLength: 5, adxMin: 10,
                orderNotional: 2000, bracketStop: 0.003, bracketTarget: 0.003}
              parts: {kind: trend, instrument: QQQ, bars: 1m, emaFast: 3, emaSlow: 8, adxLength: 5, adxMin: 10,
                orderNotional: 1000.5, execution: {style: market}}
              coins: {kind: trend, instrument: BTC/USD, bars: 1m, emaFast: 3, emaSlow: 8, adxLength: 5, adxMin: 10,
                orderNotional: 1000.559}
            risk: {maxOrderNotional: 2000, maxPositionNotional: 5000}
            """;

    private static final int WARM_UP_BARS = 6 * 600;
    private static final Pattern PORT = Pattern.compile("listening at http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();
    private int port;

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(final Path out, final Path err, final String... arguments) throws IOException {
        final Process process = Program.builder(directory, List.of(), arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** On the day whose first twelve hours are history. */
    private Process startVenue(final String... more) throws IOException, InterruptedException {
        final List<String> arguments =
                new ArrayList<>(List.of("--data", "synthetic:bars=1140,seed=16,price=100,start=2024-01-02T02:30:00Z"));
        arguments.addAll(List.of("--warmup", "720"));
        arguments.addAll(List.of(more));
        return serve(CONF, arguments);
    }

    private Process serve(final String conf, final List<String> more) throws IOException, InterruptedException {
        final List<String> arguments = new ArrayList<>(List.of("venue", "alpaca", conf, "--json"));
        arguments.addAll(List.of("--rate-limit", "1000000"));
        arguments.addAll(more);
        final Path out = directory.resolve("venue.txt");
        final Process venue = start(out, directory.resolve("venue-err.txt"), arguments.toArray(String[]::new));
        while (port == 0) {
            assertThat(venue.isAlive())
                    .as(Files.readString(directory.resolve("venue-err.txt")))
                    .isTrue();
            final Matcher matcher = PORT.matcher(Files.readString(out));
            port = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            Thread.sleep(20);
        }
        return venue;
    }

    private Process startEngine(final int number) throws IOException {
        return startEngine(number, CONF);
    }

    private Process startEngine(final int number, final String conf) throws IOException {
        return start(
                directory.resolve("engine-" + number + ".txt"),
                directory.resolve("engine-err-" + number + ".txt"),
                "run",
                conf,
                "--set",
                "venue.alpaca.port=" + port,
                "--json");
    }

    private String engineErr(final int number) throws IOException {
        return Files.readString(directory.resolve("engine-err-" + number + ".txt"));
    }

    /** What a JSON object has under a key, as text. */
    private static String field(final String json, final String key) {
        return number("\"" + key + "\" : \"?([-0-9.]+)", json);
    }

    /** What a table has in a row. */
    private static String row(final String table, final String name) {
        return number("(?m)^ *" + name + " +([-0-9.,]+)", table).replace(",", "");
    }

    private static String number(final String pattern, final String text) {
        final Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    /** The market is over when the venue stops telling of it; the engine is asked to end while the venue still answers. */
    private String stop(final Process engine, final int number) throws IOException, InterruptedException {
        engine.destroy();
        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).as(engineErr(number)).isTrue();
        assertThat(engine.exitValue()).as(engineErr(number)).isZero();
        return Files.readString(directory.resolve("engine-" + number + ".txt"));
    }

    /** After whatever happened. The venue is told to end: it would wait for an engine that left before the market was over. */
    private void assertSameBooks(final Process venue) throws Exception {
        venue.destroy();
        assertThat(venue.waitFor(120, TimeUnit.SECONDS)).isTrue();
        final String seen = Files.readString(directory.resolve("venue.txt"));
        assertThat(field(seen, "repeatedOrders")).isEqualTo("0");
        assertSameCash(field(seen, "cash"));
    }

    /** To a cent. */
    private void assertSameCash(final String theirs) throws Exception {
        final Program.Result state = Program.run(directory, "state", JOURNAL, "--section", "portfolio");
        assertThat(state.exitCode()).as(state.err()).isZero();
        final Matcher cash = Pattern.compile("\\bcash (-?\\d+)").matcher(state.out());
        assertThat(cash.find()).as(state.out()).isTrue();
        final BigDecimal ours = new BigDecimal(cash.group(1)).movePointLeft(8);
        assertThat(ours).isCloseTo(new BigDecimal(theirs), within(new BigDecimal("0.02")));
    }

    private void awaitBars(final int number, final int bars) throws IOException, InterruptedException {
        while (!Files.exists(directory.resolve(JOURNAL)) || barsOnRecord() < bars) {
            assertThat(processes).as(engineErr(number)).last().matches(Process::isAlive);
            Thread.sleep(1_500);
        }
    }

    /** Those that were missed come as bars of the past. */
    private long barsOnRecord() throws IOException, InterruptedException {
        final Program.Result stats = Program.run(directory, "journal", "stats", JOURNAL, "--json");
        final Matcher matcher =
                Pattern.compile("\"(BarClosed|HistoricalBar)\" : (\\d+)").matcher(stats.out());
        long bars = -WARM_UP_BARS;
        while (matcher.find()) {
            bars += Long.parseLong(matcher.group(2));
        }
        return bars;
    }

    @Test
    void shouldTradeTheDayOfTheDocumentationWithFourFamiliesThatReplaysAndRunsAsData() throws Exception {
        try (Sandbox sandbox = new Sandbox(directory)) {
            final List<String> commands = DOCUMENTED.commandsUnder(DAY);
            assertThat(commands)
                    .containsAll(DocumentedPage.of("README.md").commandsUnder("At a broker"))
                    .anyMatch(command -> command.startsWith("./reprise replay ") && command.endsWith(" --verify"))
                    .anyMatch(command -> command.startsWith("./reprise backtest ") && command.contains(JOURNAL));
            Process venue = null;
            for (final String command : commands) {
                if (command.startsWith("./reprise venue alpaca ")) {
                    venue = sandbox.start(command, "venue.txt", "venue-err.txt");
                    sandbox.await("venue.txt", sandbox.here("listening at http://127.0.0.1:8090"), venue);
                } else if (command.startsWith("./reprise run ")) {
                    sandbox.start(command, "engine.txt", "engine-err.txt");
                    sandbox.await("venue-err.txt", "the market is over", venue);
                } else {
                    final Process process = sandbox.start(command, "rest.txt", "rest-err.txt");
                    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
                    assertThat(process.exitValue())
                            .as(command + sandbox.text("rest.txt") + sandbox.text("rest-err.txt"))
                            .isZero();
                }
            }
            assertDay(sandbox, venue);
        }
    }

    private void assertDay(final Sandbox sandbox, final Process venue) throws Exception {
        assertThat(venue.waitFor(1, TimeUnit.MINUTES)).isTrue();
        final String seen = sandbox.text("venue.txt");
        assertThat(row(seen, "orders under an id that was used before")).isEqualTo("0");
        assertThat(row(sandbox.text("engine.txt"), "Submitted"))
                .as(sandbox.text("engine-err.txt"))
                .isEqualTo(row(seen, "orders"));
        assertThat(Integer.parseInt(row(sandbox.text("engine.txt"), "Bars"))).isGreaterThan(6 * 415);
        assertSameCash(row(seen, "cash"));
        assertThat(strategiesWithFills()).containsExactly("1", "2", "3", "4");
    }

    private SortedSet<String> strategiesWithFills() throws IOException {
        final SortedSet<String> strategies = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            final Path orders = files.filter(file -> file.endsWith("orders.csv"))
                    .findFirst()
                    .orElseThrow();
            for (final String line : Files.readAllLines(orders)) {
                final String[] cells = line.split(",");
                if (cells[10].equals("FILLED")) {
                    strategies.add(cells[3]);
                }
            }
        }
        return strategies;
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhenItIsKilledAgainAndAgain() throws Exception {
        final Process venue = startVenue("--speed", "400", "--linger", "120");
        final Random random = new Random(11);
        int number = 0;
        for (; number < 6 && !isLateInTheDay(); number++) {
            final Process engine = startEngine(number);
            awaitConnected(number);
            Thread.sleep(1_000 + random.nextInt(3_000));
            engine.destroyForcibly();
            engine.waitFor();
        }
        assertThat(number).as("kills").isGreaterThan(2);
        final Process last = startEngine(number);
        awaitConnected(number);
        awaitBars(number, 6 * 380);
        stop(last, number);
        assertSameBooks(venue);
        assertThat(Program.run(directory, "replay", JOURNAL, "--verify").exitCode())
                .isZero();
    }

    @Test
    void shouldTradeWithBracketsAndAmountsThatAreTheVenuesOwn() throws Exception {
        final String conf = directory.resolve("natives.yaml").toString();
        Files.writeString(Path.of(conf), NATIVES);
        final String data = "synthetic:bars=40,seed=16,price=100,start=2024-01-02T14:30:00Z";
        final Process venue = serve(conf, List.of("--data", data, "--speed", "1200", "--linger", "30"));
        final Process engine = startEngine(0, conf);
        while (!Files.readString(directory.resolve("venue-err.txt")).contains("the market is over")) {
            assertThat(engine.isAlive()).as(engineErr(0)).isTrue();
            Thread.sleep(100);
        }
        stop(engine, 0);

        assertSameBooks(venue);
        final Program.Result stats = Program.run(directory, "journal", "stats", JOURNAL, "--json");
        assertThat(stats.out())
                .contains("\"SubmitGroup\"")
                .contains("\"SubmitCashOrder\"")
                .contains("\"OrderRestated\"");
        assertThat(Program.run(directory, "replay", JOURNAL, "--verify").exitCode())
                .isZero();
    }

    /** As the venue's progress says, now and then: on a slow machine there must be a market left for the last engine. */
    private boolean isLateInTheDay() throws IOException {
        return Pattern.compile("at 2024-01-02T(18|19|20|21)")
                .matcher(Files.readString(directory.resolve("venue-err.txt")))
                .find();
    }

    /** Reconnections say so, a first connection does not: so its first answer on record is waited for. */
    private void awaitConnected(final int number) throws IOException, InterruptedException {
        while (!engineErr(number).contains("read from history")) {
            assertThat(processes).as(engineErr(number)).last().matches(Process::isAlive);
            Thread.sleep(100);
        }
    }
}
