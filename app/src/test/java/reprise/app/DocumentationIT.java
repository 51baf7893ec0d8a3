package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import reprise.app.DocumentedPage.Step;

/**
 * Runs what the documentation shows. Every {@code console} block of README.md and docs is a session: lines that begin with {@code $} are
 * run, the lines below must come out in this order, save those that speak of speed or elapsed time. Lines "..." stand for what is left out.
 * A command that ends with {@code &} runs on beside the next ones, which are typed when it has said what stands below it; as on any terminal,
 * what it says later is found among what they say. Sessions of one file share a directory, so that one may use what another made.
 */
class DocumentationIT {
    private static final long TIMEOUT_SECONDS = 300;
    private static final long BACKGROUND_TIMEOUT_SECONDS = 120;
    private static final long POLL_MS = 50;
    private static final String TERMINAL = "terminal.txt";
    private static final Pattern VOLATILE =
            Pattern.compile("per second|/s\\b|elapsed|Most at once|Longest flush|waited|\\d{8}-\\d{6}");

    /** Whoever types them has to put something in for the words in capitals; the rest is as in console blocks. */
    private static final Pattern TEMPLATE = Pattern.compile("\\b(CONF|JOURNAL|SOCKET)\\b");

    /** Commands that are not in a console block, and why they need none. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "./reprise demo",
            "ProgramIT runs it",
            "./reprise sweep conf/btc-trend.yaml --data BTCUSDT-1h.csv.gz --param emaFast=10:60:10 --param"
                    + " emaSlow=20,50,100,150,200",
            "data that is not the project's to give; SweepIT runs sweeps",
            "./reprise pairs screen --data data/1h --half-life 6:120 --periods 4 --write conf/pairs.yaml",
            "data that is not the project's to give; PairsTest screens");

    @TempDir
    private static Path scratch;

    @TestFactory
    Stream<DynamicTest> shouldPrintWhatTheDocumentationShows() throws IOException {
        return DocumentedPage.all().stream()
                .filter(page -> !page.session().isEmpty())
                .map(page -> DynamicTest.dynamicTest(page.toString(), () -> check(page)));
    }

    /** A command that nobody runs is one that nobody notices when it goes wrong. */
    @Test
    void shouldRunEveryCommandSomewhere() throws IOException {
        final List<String> run = new ArrayList<>(AlpacaIT.DOCUMENTED.commandsUnder(AlpacaIT.DAY));
        for (final DocumentedPage page : DocumentedPage.all()) {
            page.session().forEach(step -> run.add(step.command()));
        }
        final Map<String, String> forgotten = new TreeMap<>();
        for (final DocumentedPage page : DocumentedPage.all()) {
            page.commands().stream()
                    .filter(command -> !run.contains(command) && !ELSEWHERE.containsKey(command))
                    .filter(command -> !TEMPLATE.matcher(command).find())
                    .forEach(command -> forgotten.put(command, page.toString()));
        }
        assertThat(forgotten).isEmpty();
    }

    private static void check(final DocumentedPage page) throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(Files.createTempDirectory(scratch, "docs"))) {
            for (final Step step : page.session()) {
                check(sandbox, step);
            }
        }
    }

    private static void check(final Sandbox sandbox, final Step step) throws IOException, InterruptedException {
        final int before = sandbox.text(TERMINAL).length();
        final boolean goesOn = step.command().endsWith(" &");
        final String command = step.command().replaceFirst(" &$", "");
        final Process process = sandbox.start(command, TERMINAL, TERMINAL);
        if (!goesOn) {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as(command)
                    .isTrue();
        }
        final List<String> expected = step.output().stream()
                .filter(line -> !line.isBlank() && !line.strip().equals("..."))
                .filter(line -> !VOLATILE.matcher(line).find())
                .map(line -> sandbox.here(line.stripTrailing()))
                .toList();
        final long startNanoTime = System.nanoTime();
        String missing = missing(expected, sandbox.text(TERMINAL).substring(before));
        while (!missing.isEmpty()
                && System.nanoTime() - startNanoTime < TimeUnit.SECONDS.toNanos(BACKGROUND_TIMEOUT_SECONDS)
                && sandbox.isBusy()) {
            Thread.sleep(POLL_MS);
            missing = missing(expected, sandbox.text(TERMINAL).substring(before));
        }
        assertThat(missing)
                .as(
                        "'%s' must print it; printed is:%n%s",
                        command, sandbox.text(TERMINAL).substring(before))
                .isEmpty();
    }

    /** The first line that did not come out in its order; nothing if all did. */
    private static String missing(final List<String> expected, final String printed) {
        int found = 0;
        for (final String line : printed.split("\n")) {
            if (found < expected.size() && line.stripTrailing().equals(expected.get(found))) {
                found++;
            }
        }
        return found == expected.size() ? "" : expected.get(found);
    }
}
