package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as processes: a run that is over, and one of another configuration that goes on from its state at the same venue. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class NewRunIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend-fast.yaml").toString();
    private static final String[] OTHER = {"--set", "strategies.trend.emaFast=7", "--set", "shutdown.within=1s"};

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process start(final String name, final String... arguments) throws IOException {
        final Process process = Program.builder(directory, List.of(), arguments)
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .redirectError(directory.resolve(name + ".err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Process run(final String name, final String journal, final String... more) throws IOException {
        final List<String> arguments = new ArrayList<>(
                List.of("run", CONF, "--venue", "unix:s/venue", "--no-out", "--json", "--journal", journal));
        arguments.addAll(List.of(more));
        return start(name, arguments.toArray(String[]::new));
    }

    private String err(final String name) throws IOException {
        return Files.readString(directory.resolve(name + ".err"));
    }

    private void await(final String name, final String text, final int count) throws IOException {
        while (err(name).split(text, -1).length <= count) {
            assertThat(processes.get(0).isAlive()).as(err("venue")).isTrue();
            Thread.onSpinWait();
        }
    }

    private static String[] with(final String[] some, final String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private String field(final String text, final String name) {
        return new Cli.Result(0, text, "").field(name);
    }

    private Map<String, Integer> contents(final String journal) throws IOException {
        final Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve(journal))) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private String books(final String journal, final String... more) throws Exception {
        final Program.Result state = Program.run(
                directory, with(new String[] {"state", journal, "--section", "portfolio,netPosition,orderDesk"}, more));
        assertThat(state.exitCode()).as(state.err()).isZero();
        return state.out().replaceAll("(?m)^stateHash.*", "");
    }

    @Test
    void shouldTradeOnWithTheOldBooksAndComeBackWhenKilledAtItsStart() throws Exception {
        start(
                "venue",
                "venue",
                "sim",
                CONF,
                "--data",
                "synthetic:bars=3000,seed=7,period=5m,price=40000",
                "--socket",
                "s/venue",
                "--stop-at",
                "step:1700,step:1",
                "--json");
        await("venue", "waiting for the engine", 1);
        final Process old = run("old", "old", "--set", "shutdown.within=1s");
        await("venue", "venue: stopped at", 1);
        // The venue says nothing any more, so that the engine stops in the middle of the market.
        old.destroy();
        assertThat(old.waitFor()).isZero();
        final Map<String, Integer> before = contents("old");
        final String books = books("old");

        final Process killed = run("killed", "new", with(OTHER, "--from", "old"));
        await("venue", "venue: stopped at", 2);
        killed.destroyForcibly().waitFor();
        assertThat(contents("old")).isEqualTo(before);
        assertThat(err("killed")).contains("strategy trend keeps its positions and starts anew");
        final String base = books("new", "--at", sequence(books));
        assertThat(base).isEqualTo(books);

        final Process again = run("again", "new", with(OTHER, "--from", "old"));
        assertThat(again.waitFor()).as(err("again")).isZero();
        assertThat(processes.get(0).waitFor()).as(err("venue")).isZero();
        final String venue = Files.readString(directory.resolve("venue.out"));
        assertThat(field(venue, "repeatedOrders")).isEqualTo("0");
        final String end = books("new");
        assertThat(number(end, "lastOrderId")).isEqualTo(field(venue, "orders")).isNotEqualTo("0");
        assertThat(Long.parseLong(number(end, "lastOrderId")))
                .isGreaterThan(Long.parseLong(number(books, "lastOrderId")));
        assertThat(number(end, "cash")).isEqualTo(field(venue, "cash").replace(".", ""));
        assertThat(Long.parseLong(number(end, "quantity")))
                .isEqualTo(Long.parseLong(field(venue, "BTCUSDT").replace(".", "")));

        assertThat(Program.run(directory, "journal", "verify", "new", "--from", "old")
                        .out())
                .contains("closed cleanly", "state after event " + grouped(books), "is the one that is taken over");
        final Program.Result replay = Program.run(directory, "replay", "new", "--verify");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    private static String sequence(final String state) {
        return number(state, "sequence");
    }

    private static String grouped(final String state) {
        return String.format(java.util.Locale.ROOT, "%,d", Long.parseLong(sequence(state)));
    }

    private static String number(final String state, final String name) {
        return state.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
