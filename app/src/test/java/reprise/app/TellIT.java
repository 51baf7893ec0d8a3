package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as two processes, and an operator who asks the engine for this and that while the market is quiet. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TellIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();

    @TempDir
    private Path directory;

    private static final String PAIR_CONF = """
            name: two
            account: {currency: USD, cash: 100000}
            instruments:
              CYAN: {base: CYAN, quote: USD, tick: 0.001, lot: 0.01, minNotional: 5}
              DUNE: {base: DUNE, quote: USD, tick: 0.01, lot: 0.001, minNotional: 5}
            venue: {kind: simulated, calendar: always-open, allowShort: true}
            strategies:
              spread:
                kind: pairs
                pairs: {C-D: {symbol1: CYAN, symbol2: DUNE, hedgeRatio: 1, halfLifeHours: 2}}
            risk: {maxOrderNotional: 40000, maxPositionNotional: 40000, maxOpenOrders: 30}
            """;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(final String name, final String... arguments) throws IOException {
        final Process process = Program.builder(directory, List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private void await(final String name, final String text) throws IOException {
        while (!Files.readString(directory.resolve(name)).contains(text)) {
            assertThat(processes.get(0).isAlive())
                    .as(Files.readString(directory.resolve(name)))
                    .isTrue();
            Thread.onSpinWait();
        }
    }

    private Cli.Result tell(final String... request) {
        final List<String> arguments =
                new ArrayList<>(List.of("tell", directory.resolve("journal").toString()));
        arguments.addAll(List.of(request));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private void assertDone(final Cli.Result result, final String... says) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains(says);
    }

    private void assertRefused(final Cli.Result result, final String why) {
        assertThat(result.exitCode()).isEqualTo(ExitCode.VENUE);
        assertThat(result.err()).contains(why);
    }

    @Test
    void shouldDoWhatTheOperatorAsksForAndPutItOnRecord() throws Exception {
        start(
                "venue",
                "venue",
                "sim",
                CONF,
                "--data",
                "synthetic:bars=2000000,seed=7,period=5m,price=40000",
                "--socket",
                "s/venue",
                "--stop-at",
                "step:1700");
        await("venue", "waiting for the engine");
        final Process engine = start(
                "engine",
                "run",
                CONF,
                "--venue",
                "unix:s/venue",
                "--no-out",
                "--journal",
                "journal",
                "--set",
                "shutdown.within=1s");
        await("venue", "venue: stopped at");

        assertDone(tell("status"), "ACTIVE", "trend ACTIVE");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("journal/control"))))
                .as("who may enter the directory of the socket")
                .isEqualTo("rwx------");
        assertDone(tell("set", "trend", "adxMin", "30.5"), "trend ACTIVE");
        assertRefused(
                tell("set", "trend", "emaFast", "3"), "emaFast: is fixed while it runs; these can be changed: adxMin");
        assertRefused(tell("set", "trend", "adxMin", "101"), "adxMin: 101 is not a number from 0 to 100");
        assertDone(tell("strategy", "trend", "reduce-only"), "trend REDUCING");
        assertDone(tell("strategy", "trend", "stop"), "trend REDUCING");
        assertDone(tell("instrument", "BTCUSDT", "halt"), "; BTCUSDT HALTED");
        assertRefused(tell("instrument", "BTCUSDT", "stop"), "'stop' is nothing that an instrument takes");
        assertDone(tell("instrument", "BTCUSDT", "resume"), "trend REDUCING\n");
        assertDone(tell("halt"), ": HALTED, ");
        assertDone(tell("resume"), ": ACTIVE, ");
        assertDone(tell("flatten"), ": HALTED, ");
        final Cli.Result snapshot = tell("snapshot");
        assertDone(snapshot, "stored 0");
        assertThat(directory.resolve(
                        "journal/snapshots/" + snapshot.out().strip().substring("stored ".length())))
                .isNotEmptyFile();

        assertRefused(tell("hold"), "'hold' is no request (did you mean halt?)");
        assertRefused(tell("strategy", "trent", "stop"), "no strategy trent (did you mean trend?)");
        assertRefused(tell("close"), "'close' takes 1 more words, not 0: close SYMBOL");
        assertRefused(tell("pair", "trend", "all", "stop"), "trend trades no pairs");
        assertRefused(tell("cancel", "first"), "'first' is no order's number");
        assertRefused(tell("halt", "x".repeat(600)), "a request is one line");

        assertDone(tell("stop", "leave"), "stopping; orders: leave");
        assertThat(engine.waitFor()).isZero();
        assertThat(Files.readString(directory.resolve("engine")))
                .contains("strategy trend is REDUCING since ")
                .contains("reprise: the engine is HALTED since ")
                .contains("(the operator asked for it): nothing passes but cancels and the operator's own orders")
                .contains("end it by: reprise tell journal resume");
        assertRefused(tell("status"), "no run listens here");
        final Program.Result printed = Program.run(
                directory,
                "journal",
                "print",
                "journal",
                "--type",
                "TradingStateRequested,StopRequested,FlattenAllRequested,ParameterRequested,ParametersDecided");
        assertThat(printed.out())
                .as(printed.err())
                .containsSubsequence(
                        "parameter=adxMin",
                        "value=30.5",
                        "ParametersDecided",
                        "problem=",
                        "state=REDUCING",
                        "StopRequested",
                        "strategyId=1",
                        "state=HALTED",
                        "state=ACTIVE",
                        "FlattenAllRequested");
        final Program.Result replay = Program.run(directory, "replay", "journal", "--verify");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    @Test
    void shouldTellAPairByItsName() throws Exception {
        Files.writeString(directory.resolve("two.yaml"), PAIR_CONF);
        final String data = "synthetic:bars=20000,seed=7,period=1m,price=100,twin=DUNE:CYAN";
        start("venue", "venue", "sim", "two.yaml", "--data", data, "--socket", "s/venue", "--stop-at", "step:300");
        await("venue", "waiting for the engine");
        final Process engine = start(
                "engine",
                "run",
                "two.yaml",
                "--venue",
                "unix:s/venue",
                "--no-out",
                "--journal",
                "journal",
                "--set",
                "shutdown.within=1s");
        await("venue", "venue: stopped at");

        assertDone(tell("pair", "spread", "C-D", "stop"), "spread ACTIVE");
        assertDone(tell("pair", "spread", "all", "emergency"), "spread ACTIVE");
        assertRefused(tell("pair", "spread", "C-E", "close"), "no pair C-E (did you mean C-D?); there are: all, C-D");
        assertRefused(tell("pair", "spread", "C-D", "halt"), "start, stop, close or emergency");
        assertDone(tell("stop", "leave"), "stopping");
        assertThat(engine.waitFor()).isZero();
        final Program.Result printed = Program.run(directory, "journal", "print", "journal", "--type", "PairRequested");
        assertThat(printed.out())
                .as(printed.err())
                .containsSubsequence("strategyId=1  pairId=1  action=STOP", "pairId=0  action=EMERGENCY_STOP");
    }
}
