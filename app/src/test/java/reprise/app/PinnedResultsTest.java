package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.testkit.SharedFiles;

/**
 * What every shipped configuration comes to, to the last byte. A change that moves a line of {@code pinned-results.txt} must be meant, and its
 * commit must say why; this test leaves the lines as they are now in {@code target/pinned-results.txt}.
 */
class PinnedResultsTest {
    private static final String PINNED = "/pinned-results.txt";
    private static final Map<String, String> FOUND = new TreeMap<>();
    private static final String COINS = "data/genetrader-binance/";
    private static final String STOCKS = "data/blaizard-us-1min/";

    /** A configuration and its data: one made-up market, or a file for each instrument. */
    private record Run(String configuration, String name, List<String> data) {
        static Run madeUp(final String configuration, final String market) {
            return new Run(configuration, market, List.of("synthetic:" + market));
        }

        String key() {
            return configuration + " " + name;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    static Stream<Run> madeUpRuns() {
        final String fiveMinutes = "bars=20000,seed=7,period=5m,price=40000";
        final String minutes = "bars=20000,seed=7,period=1m,price=400";
        final String hours = "bars=5000,seed=7,period=1h,price=100";
        return Stream.of(
                Run.madeUp("btc-trend", fiveMinutes),
                Run.madeUp("btc-trend-fast", fiveMinutes),
                Run.madeUp("btc-trend-protected", fiveMinutes),
                Run.madeUp("btc-brackets", fiveMinutes),
                Run.madeUp("btc-reversion", fiveMinutes),
                Run.madeUp("btc-reversion-slow", fiveMinutes),
                Run.madeUp("btc-ticks", "bars=5000,seed=7,period=1m,price=40000"),
                Run.madeUp("spy-trend", minutes),
                Run.madeUp("pairs-crypto", hours),
                Run.madeUp("pairs-bank", hours),
                Run.madeUp("pairs-stocks", minutes),
                Run.madeUp("momentum-stocks", "bars=10000,seed=7,period=1m,price=400"),
                Run.madeUp("momentum-crypto", "bars=5000,seed=7,period=5m,price=100"),
                Run.madeUp("alpaca-paper", "bars=10000,seed=7,period=1m,price=100"),
                Run.madeUp("alpaca-local", "bars=10000,seed=11,period=1m,price=100"),
                Run.madeUp("four-families", "bars=5000,seed=7,period=5m,price=100"));
    }

    static Stream<Run> realRuns() {
        return Stream.of(
                real("btc-trend", COINS + "5m/%s-5m-2024H1.csv.gz", "BTCUSDT"),
                real("btc-reversion", COINS + "5m/%s-5m-2024H1.csv.gz", "BTCUSDT"),
                real("btc-ticks", "data/hftbacktest/spot/btcusdt_20240808.gz", "BTCUSDT"),
                real(
                        "pairs-crypto",
                        COINS + "1h/%s-1h-2024H1.csv.gz",
                        "BCHUSDT",
                        "DOGEUSDT",
                        "LTCUSDT",
                        "SOLUSDT",
                        "AVAXUSDT",
                        "ETHUSDT",
                        "BTCUSDT"),
                real(
                        "four-families",
                        STOCKS + "%s-1min-2024-01_08.csv.gz",
                        "AZO",
                        "BKNG",
                        "LII",
                        "NVR",
                        "TDG",
                        "BTCUSD=" + COINS + "5m/BTCUSDT-5m-2024H1.csv.gz",
                        "BCHUSD=" + COINS + "5m/BCHUSDT-5m-2024H1.csv.gz",
                        "DOGEUSD=" + COINS + "5m/DOGEUSDT-5m-2024H1.csv.gz"));
    }

    private static Run real(final String configuration, final String pattern, final String... symbols) {
        final List<String> data = new ArrayList<>();
        for (final String symbol : symbols) {
            final int equals = symbol.indexOf('=');
            data.add(equals < 0 ? symbol + "=" + pattern.formatted(symbol) : symbol);
        }
        return new Run(configuration, "real", data);
    }

    @ParameterizedTest
    @MethodSource("madeUpRuns")
    void shouldComeToWhatIsPinnedOnAMadeUpMarket(final Run run) {
        check(run, run.data());
    }

    @ParameterizedTest
    @MethodSource("realRuns")
    void shouldComeToWhatIsPinnedOnRealData(final Run run) {
        check(
                run,
                run.data().stream()
                        .map(one -> one.substring(0, one.indexOf('=') + 1)
                                + SharedFiles.file(one.substring(one.indexOf('=') + 1)))
                        .toList());
    }

    private static void check(final Run run, final List<String> data) {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                Program.root().resolve("conf/" + run.configuration() + ".yaml").toString(),
                "--no-out",
                "--json"));
        for (final String one : data) {
            arguments.add("--data");
            arguments.add(one);
        }
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        final String line = Stream.of(
                        "bars", "events", "orders", "fills", "trades", "equityFinal", "commandHash", "stateHash")
                .map(name -> name + "=" + shortened(result.field(name)))
                .collect(Collectors.joining(" "));
        FOUND.put(run.key(), line);

        assertThat(line).as("%s: see target/pinned-results.txt", run).isEqualTo(pinned().get(run.key()));
    }

    private static String shortened(final String value) {
        return value.length() == 64 ? value.substring(0, 16) : value;
    }

    private static Map<String, String> pinned() {
        final Map<String, String> lines = new TreeMap<>();
        try (InputStream resource = PinnedResultsTest.class.getResourceAsStream(PINNED)) {
            for (final String line : new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                final int colon = line.indexOf(": ");
                if (colon > 0 && !line.startsWith("#")) {
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @Test
    void shouldPinEveryShippedConfiguration() throws IOException {
        try (Stream<Path> files = Files.list(Program.root().resolve("conf"))) {
            final List<String> shipped = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("pairs.yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .toList();
            assertThat(madeUpRuns().map(Run::configuration)).containsExactlyInAnyOrderElementsOf(shipped);
        }
    }

    @AfterAll
    static void leaveWhatWasFound() throws IOException {
        final Map<String, String> all = pinned();
        all.putAll(FOUND);
        Files.write(
                Path.of("target/pinned-results.txt"),
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }
}
