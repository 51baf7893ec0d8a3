package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing can be written, a user is told so before any data is read: here there is none, which nobody comes to notice. */
class UnwritablePlaceTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    private Path directory;

    @BeforeEach
    void putAFileInTheWay() throws IOException {
        Files.createFile(directory.resolve("file"));
    }

    static boolean hasFullDisk() {
        return Files.exists(FULL_DISK);
    }

    private void assertRefused(final String command, final String message) {
        final String[] arguments = (command + " --data none.csv")
                .replace("CONF", Program.root().resolve("conf/btc-trend.yaml").toString())
                .replace("DIR", directory.toString())
                .split(" ");
        final Cli.Result result = Cli.run(arguments);

        assertThat(result.exitCode()).as(Arrays.toString(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("reprise: ")
                .contains(message.replace("DIR", directory.toString()))
                .doesNotContain("Exception", "internal failure", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "backtest CONF --out DIR/file, --out DIR/file",
        "backtest CONF --out DIR/file/sub, --out DIR/file/sub",
        "run CONF --speed max --journal DIR/journal --out DIR/file/x, --out DIR/file/x",
        "sweep CONF --param emaFast=3:5 --out DIR/file/x/y, --out DIR/file/x/y",
        "backtest CONF --no-out --journal DIR/file, no journal can be written in DIR/file",
        "backtest CONF --no-out --journal DIR/file/j, no journal can be written in DIR/file/j",
        "run CONF --speed max --no-out --journal DIR/file/j/k, no journal can be written in DIR/file/j/k",
    })
    void shouldSayWhatIsInTheWayOfADirectory(final String command, final String place) {
        assertRefused(command, place + ": no directory, and none can be made there (DIR/file is a file); ");
        assertRefused(command, " one that you may write to");
    }

    /** A directory in the place of the lock's file refuses as a full or read-only disk does. */
    @Test
    void shouldSayWhyNothingCanBeWrittenInADirectory() throws IOException {
        Files.createDirectories(directory.resolve("results/.lock"));
        Files.createDirectories(directory.resolve("journal/journal.lock"));

        assertRefused(
                "backtest CONF --out DIR/results",
                "--out DIR/results cannot be written: Is a directory; put that right");
        assertRefused(
                "backtest CONF --no-out --journal DIR/journal",
                "the journal in DIR/journal cannot be written: Is a directory; put that right");
    }

    private Cli.Result export(final String format, final Path out) {
        final Path journal = directory.resolve("journal");
        if (!Files.exists(journal)) {
            final String conf = Program.root().resolve("conf/btc-trend.yaml").toString();
            Cli.run("backtest", conf, "--data", "synthetic:bars=300", "--no-out", "--journal", journal.toString());
        }
        return Cli.run("journal", "export", journal.toString(), "--format", format, "--out", out.toString());
    }

    @ParameterizedTest
    @CsvSource({"csv, directory", "jsonl, file"})
    void shouldSayWhereAnExportCannotGo(final String format, final String kind) {
        final Path out = directory.resolve("file/x");
        final Cli.Result result = export(format, out);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("reprise: --out " + out + " cannot be written (" + directory.resolve("file")
                        + " is a file); name a " + kind + " that you may write to");
    }

    @Test
    @EnabledIf("hasFullDisk")
    void shouldSayThatAnExportWasCutShort() throws IOException {
        final Path csv = Files.createDirectories(directory.resolve("csv"));
        final Path link = Files.createSymbolicLink(csv.resolve("BarClosed.csv"), FULL_DISK);

        final Cli.Result lines = export("jsonl", FULL_DISK);
        final Cli.Result files = export("csv", csv);
        Files.delete(link);

        assertThat(lines.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(lines.err())
                .isEqualToIgnoringNewLines(
                        "reprise: " + FULL_DISK + " cannot be written to its end: the disk is full, or refuses");
        assertThat(files.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(files.err())
                .isEqualToIgnoringNewLines(
                        "reprise: " + link + " cannot be written to its end: No space left on device");
    }
}
