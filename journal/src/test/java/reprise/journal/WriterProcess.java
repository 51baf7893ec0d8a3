package reprise.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of its own that writes a journal at full speed until somebody ends it, and says after each flush how far it has come. */
final class WriterProcess implements AutoCloseable {
    static final long EVENT_SEED = 1;
    static final long COMMAND_SEED = 2;
    static final int LENGTH_BYTES_MAX = 300;
    private static final int RECORDS_PER_FLUSH = 7;
    private static final String REFUSED = "refused: ";

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(final Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one that creates a journal. */
    static WriterProcess start(final Path journal) throws IOException {
        return start(journal, "create");
    }

    /** Starts one that goes on with a journal. */
    static WriterProcess resume(final Path journal) throws IOException {
        return start(journal, "resume");
    }

    /** Starts one that goes on with a journal under a sync policy. */
    static WriterProcess resume(final Path journal, final SyncPolicy policy) throws IOException {
        return start(new ArrayList<>(), journal, "resume", policy);
    }

    /** Starts one that creates a journal, under an operating system that lets no file grow beyond a size. */
    static WriterProcess startWithFilesUpTo(final Path journal, final long sizeBytes) throws IOException {
        final List<String> command = new ArrayList<>();
        command.addAll(List.of("/bin/sh", "-c", "ulimit -f " + sizeBytes / 512 + "; exec \"$@\"", "sh"));
        return start(command, journal, "create", SyncPolicy.NONE);
    }

    private static WriterProcess start(final Path journal, final String how) throws IOException {
        return start(new ArrayList<>(), journal, how, SyncPolicy.NONE);
    }

    private static WriterProcess start(
            final List<String> command, final Path journal, final String how, final SyncPolicy policy)
            throws IOException {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The module flags are among the arguments of this JVM.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--") || argument.startsWith("-XX:"))
                .forEach(command::add);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                journal.toString(),
                how,
                policy.toString()));
        return new WriterProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the writer has flushed a record with that sequence or a later one. */
    long awaitFlushed(final long sequence) throws IOException {
        long flushed = 0;
        while (flushed < sequence) {
            final String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the writer ended after " + flushed);
            }
            if (line.startsWith(REFUSED)) {
                throw new IllegalStateException(line);
            }
            flushed = Long.parseLong(line);
        }
        return flushed;
    }

    /** Ends the writer without giving it a chance to do anything, and returns the last flush that it told of. */
    long kill() throws IOException, InterruptedException {
        // Through the handle, because the process would close our end of its output.
        process.toHandle().destroyForcibly();
        process.waitFor();
        long flushed = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            // The last line may be cut as well; a shorter number is a smaller one.
            flushed = line.isEmpty() ? flushed : Math.max(flushed, Long.parseLong(line));
        }
        return flushed;
    }

    /** Waits until the writer gives up, and returns why. */
    String awaitRefusal() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(REFUSED)) {
                return line;
            }
        }
        throw new IllegalStateException("the writer ended without saying why");
    }

    /** Waits for a while, in which the writer does not end. */
    void letRun(final long durationMs) throws InterruptedException {
        if (process.waitFor(durationMs, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the writer ended by itself");
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(final String[] arguments) {
        final Path directory = Path.of(arguments[0]);
        final SyncPolicy policy = SyncPolicy.parse(arguments[2]);
        try (Journal journal = arguments[1].equals("resume")
                ? Journal.resume(directory, policy, Map.of())
                : Journal.create(directory, policy, "", Map.of())) {
            write(journal);
        } catch (final JournalException e) {
            System.out.println(REFUSED + e.kind() + ": " + e.getMessage());
        }
    }

    /** After every few events one command, so that the commands are behind at some moments. */
    private static void write(final Journal journal) {
        final TestRecords events = new TestRecords(EVENT_SEED, LENGTH_BYTES_MAX);
        final TestRecords commands = new TestRecords(COMMAND_SEED, LENGTH_BYTES_MAX);
        long event = journal.resumePoint().lastEventSequence();
        long command = journal.resumePoint().lastCommandSequence();
        while (event < Long.MAX_VALUE) {
            events.append(journal.events(), event + 1, event + RECORDS_PER_FLUSH);
            event += RECORDS_PER_FLUSH;
            journal.events().flush();
            commands.append(journal.commands(), command + 1, event / RECORDS_PER_FLUSH);
            command = event / RECORDS_PER_FLUSH;
            journal.commands().flush();
            System.out.println(event);
        }
    }
}
