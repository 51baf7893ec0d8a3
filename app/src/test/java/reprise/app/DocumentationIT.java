package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the documentation shows. Every {@code console} block of README.md and docs is a session: lines that begin with {@code $} are
 * run, the lines below must come out in this order, save those that speak of speed or elapsed time. Lines "..." stand for what is left out.
 * Sessions of one file share a directory, so that one may use what another made.
 */
class DocumentationIT {
    private static final Path ROOT = Program.root();
    private static final long TIMEOUT_SECONDS = 300;
    private static final Pattern VOLATILE =
            Pattern.compile("per second|/s\\b|elapsed|Most at once|Longest flush|waited|\\d{8}-\\d{6}");

    @TempDir
    private static Path scratch;

    @TestFactory
    Stream<DynamicTest> shouldPrintWhatTheDocumentationShows() throws IOException {
        final List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        return files.stream()
                .filter(file -> !sessions(file).isEmpty())
                .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(file)));
    }

    private static void check(final Path file) throws IOException, InterruptedException {
        final Path directory = Files.createTempDirectory(scratch, "docs");
        for (final String name : List.of("reprise", "conf", "examples", "app", "mvnw", ".mvn")) {
            Files.createSymbolicLink(directory.resolve(name), ROOT.resolve(name));
        }
        for (final Step step : sessions(file)) {
            step.check(directory);
        }
    }

    private static List<Step> sessions(final Path file) {
        final List<Step> steps = new ArrayList<>();
        boolean inSession = false;
        for (final String line : lines(file)) {
            if (line.startsWith("```")) {
                inSession = line.equals("```console");
            } else if (inSession && line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else if (inSession) {
                steps.get(steps.size() - 1).output().add(line);
            }
        }
        return steps;
    }

    private static List<String> lines(final Path file) {
        try {
            return Files.readAllLines(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command and what the documentation says that it prints. */
    private record Step(String command, List<String> output) {
        void check(final Path directory) throws IOException, InterruptedException {
            final Path printed = Files.createTempFile(scratch, "output", ".txt");
            final Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as(command)
                    .isTrue();
            final List<String> actual = Files.readAllLines(printed);
            final Iterator<String> lines = actual.iterator();
            for (final String expected : output) {
                if (expected.isBlank()
                        || expected.strip().equals("...")
                        || VOLATILE.matcher(expected).find()) {
                    continue;
                }
                boolean found = false;
                while (!found && lines.hasNext()) {
                    found = lines.next().stripTrailing().equals(expected.stripTrailing());
                }
                assertThat(found)
                        .as("'%s' must print '%s'; it printed:%n%s", command, expected, String.join("\n", actual))
                        .isTrue();
            }
        }
    }
}
