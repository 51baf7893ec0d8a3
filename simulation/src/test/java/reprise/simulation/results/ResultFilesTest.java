package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the disk refuses is told with the name of the file. */
class ResultFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path directory;

    static boolean hasFullDisk() {
        return Files.exists(FULL);
    }

    @Test
    @EnabledIf("hasFullDisk")
    void shouldNameTheFileForWhichThereIsNoRoom() throws IOException {
        final Path equity = Files.createSymbolicLink(directory.resolve("equity.csv"), FULL);
        final ResultFiles files = new ResultFiles(directory, List.of());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        files.onEquity(i, 1, 1, 0, 0);
                    }
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(equity + " cannot be written")
                .hasRootCauseMessage("No space left on device");
        assertThatThrownBy(files::close).hasMessage(equity + " cannot be written");
        Files.delete(equity);
    }

    @Test
    void shouldLeaveAnEarlierFileAsItIsWhereANewOneCannotBeWritten() throws IOException {
        final Path file = directory.resolve("metrics.json");
        WholeFile.write(file, "first");
        WholeFile.write(file, "second");
        assertThat(directory).isDirectoryContaining(file::equals);
        Files.createDirectories(directory.resolve("metrics.json.new/taken"));

        assertThatThrownBy(() -> WholeFile.write(file, "third")).hasMessage(file + " cannot be written");

        assertThat(file).content().isEqualTo("second");
    }
}
