package reprise.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.simulation.data.DataException;

/** A file that is fetched piece by piece has every bar once, however often the fetching was cut. */
class BarFileTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_767_364_200_000_000_000L;

    @TempDir
    private Path directory;

    private static void add(final BarFile file, final int minute) {
        file.add(START_NS + minute * MINUTE_NS, "1.5", "2", "1", "1.75", "100");
    }

    @Test
    void shouldGoOnBehindTheLastWholeLineAndTakeNothingTwice() throws IOException {
        final Path path = directory.resolve("data/SPY-1m-split.csv");
        try (BarFile file = new BarFile(path)) {
            add(file, 0);
            add(file, 1);
        }
        final String whole = Files.readString(path);
        assertThat(whole)
                .isEqualTo("timestamp,open,high,low,close,volume\n2026-01-02T14:30:00Z,1.5,2,1,1.75,100\n"
                        + "2026-01-02T14:31:00Z,1.5,2,1,1.75,100\n");
        for (int cut = whole.indexOf("14:31"); cut < whole.length(); cut++) {
            Files.writeString(path, whole.substring(0, cut));
            try (BarFile file = new BarFile(path)) {
                assertThat(file.lastStartNs()).isEqualTo(START_NS);
                add(file, 0);
                add(file, 1);
                assertThat(file.bars()).isEqualTo(2);
                assertThat(file.added()).isEqualTo(1);
            }
            assertThat(Files.readString(path)).isEqualTo(whole);
        }
    }

    @Test
    void shouldLeaveAFileAloneThatIsSomethingElse() throws IOException {
        final Path path = Files.writeString(directory.resolve("x.csv"), "date,price\n2026-01-02,1\n");
        assertThatThrownBy(() -> new BarFile(path))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not begin with timestamp,open");
        assertThat(Files.readString(path)).isEqualTo("date,price\n2026-01-02,1\n");
    }
}
