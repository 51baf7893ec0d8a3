package reprise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the built program as its users do, in a process of its own. */
final class Program {
    /** Tests start hundreds of processes that live for seconds: what the second compiler would do for them takes longer than all the rest. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A shell has those that it starts in the background ignore Ctrl-C, and these their children, a JVM too: it would be deaf to a test. */
    private static final boolean INTERRUPTS_ARE_IGNORED = ignoresInterrupts();

    private Program() {}

    private static boolean ignoresInterrupts() {
        final Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run left behind. */
    record Result(int exitCode, String out, String err) {}

    /** The top of the project. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("reprise"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    /** Runs to the end. */
    static Result run(final Path directory, final String... arguments) throws IOException, InterruptedException {
        return run(directory, List.of(), arguments);
    }

    static Result run(final Path directory, final List<String> jvmOptions, final String... arguments)
            throws IOException, InterruptedException {
        return run(directory, LIMIT, jvmOptions, arguments);
    }

    /** With a limit of its own, for what takes longer on a busy machine. */
    static Result run(
            final Path directory, final Duration limit, final List<String> jvmOptions, final String... arguments)
            throws IOException, InterruptedException {
        final Path out = Files.createTempFile(directory, "out", ".txt");
        final Path err = Files.createTempFile(directory, "err", ".txt");
        final Process process = builder(directory, jvmOptions, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + limit.toSeconds() + " s: " + List.of(arguments));
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Starts and does not wait. */
    static ProcessBuilder builder(final Path directory, final List<String> jvmOptions, final String... arguments) {
        final List<String> command = new ArrayList<>();
        if (INTERRUPTS_ARE_IGNORED) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + root().resolve("conf/jvm.options"));
        command.add(QUICK_START);
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(root().resolve("app/target/engine.jar").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(directory.toFile());
    }
}
