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

/** A program of its own that writes a journal at full speed until somebody ends it, and says after each flush how far it has come. */
final class WriterProcess implements AutoCloseable {
    private static final int RECORDS_PER_FLUSH = 7;
    private static final String REFUSED = "refused: ";

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(final Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static WriterProcess start(final Path journal) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The module flags are among the arguments of this JVM.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--") || argument.startsWith("-XX:"))
                .forEach(command::add);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), WriterProcess.class.getName(), journal.toString()));
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

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(final String[] arguments) {
        final TestRecords records = new TestRecords(1, 300);
        try (Journal journal = Journal.create(Path.of(arguments[0]), SyncPolicy.NONE, "", Map.of())) {
            long sequence = 0;
            while (sequence < Long.MAX_VALUE) {
                records.append(journal.events(), sequence + 1, sequence + RECORDS_PER_FLUSH);
                sequence += RECORDS_PER_FLUSH;
                journal.events().flush();
                System.out.println(sequence);
            }
        } catch (final JournalException e) {
            System.out.println(REFUSED + e.kind());
        }
    }
}
