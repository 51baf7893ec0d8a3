package reprise.app.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.output.RecordFormat;
import reprise.journal.JournalReader;

/** Prints the records of a journal, one readable line each. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = "Print the records of a journal, commands among the events that caused them.",
        footer = {
            "",
            "Examples:",
            "  reprise journal print out/journal --from 1000 --limit 20",
            "  reprise journal print out/journal --type SubmitOrder,OrderFilled",
        })
final class JournalPrintCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--from", defaultValue = "1", description = "First event sequence (default: ${DEFAULT-VALUE}).")
    private long from;

    @Option(names = "--limit", defaultValue = "9223372036854775807", description = "Most lines (default: all).")
    private long limit;

    @Option(names = "--type", split = ",", description = "Only these messages, such as OrderFilled.")
    private String[] types = {};

    @Option(names = "--json", description = "Print JSON lines.")
    private boolean json;

    @Override
    public Integer call() {
        final JournalReader journal = JournalReader.open(directory);
        final PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        final RecordFormat format = json ? RecordFormat.JSON_LINES : RecordFormat.TEXT;
        new JournalWalk(journal, new RecordFilter(from, limit, types)).print(format, out);
        out.flush();
        return ExitCode.OK;
    }
}
