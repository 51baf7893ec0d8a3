package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing can be written, a user is told so before any data is read: here there is none, which nobody comes to notice. */
class UnwritablePlaceTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void putAFileInTheWay() throws IOException {
        Files.createFile(directory.resolve("file"));
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
}
