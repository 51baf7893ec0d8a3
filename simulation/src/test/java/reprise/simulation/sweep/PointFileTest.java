package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointFileTest {
    private static final SweepGrid GRID =
            new SweepGrid(List.of(SweepAxis.parse("a", "1:4"), SweepAxis.parse("b", "x\",y")));

    @TempDir
    private Path directory;

    private Path path;

    @BeforeEach
    void setUp() {
        path = directory.resolve("points.csv");
    }

    private PointFile open() {
        return PointFile.open(path, GRID);
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        final PointResult spanned = new PointResult(
                new PointSpec(3, 1, GRID.settings(1), new Span(1_500_000_000_123_456_789L, 1_600_000_000_000_000_000L)),
                Points.valued(GRID, 1, 1 / 3.0).measures(),
                "");
        final PointResult undefined = Points.valued(GRID, 2, Double.NaN);
        final PointResult failed = PointResult.failed(Points.spec(GRID, 0), "a, \"b\" and\nc\t");
        final PointResult infinite = Points.valued(GRID, 3, Double.POSITIVE_INFINITY);
        try (PointFile file = open()) {
            List.of(spanned, undefined, failed, infinite).forEach(file::append);
        }

        try (PointFile file = open()) {
            assertThat(file.results()).containsExactly(spanned, undefined, failed, infinite);
        }
        assertThat(failed.failure()).isEqualTo("a, \"b\" and c");
    }

    @Test
    void shouldDropARowThatAKillHasTornAndGoOnBehindTheOthers() throws IOException {
        try (PointFile file = open()) {
            file.append(Points.valued(GRID, 0, 1));
            file.append(Points.valued(GRID, 1, 2));
        }
        final String whole = Files.readString(path);
        for (int length = 0; length < whole.length(); length += 11) {
            Files.writeString(path, whole.substring(0, length));
            try (PointFile file = open()) {
                file.results().stream()
                        .map(PointResult::spec)
                        .forEach(spec -> assertThat(spec.point()).isLessThan(2));
                for (long point = file.size(); point < 2; point++) {
                    file.append(Points.valued(GRID, point, point + 1));
                }
            }
            assertThat(path).as("torn at %s", length).hasContent(whole);
        }
    }

    @Test
    void shouldPutRowsInOrder() throws IOException {
        final Path other = directory.resolve("other.csv");
        try (PointFile forwards = open();
                PointFile backwards = PointFile.open(other, GRID)) {
            for (long point = 0; point < 8; point++) {
                forwards.append(Points.valued(GRID, point, point));
                backwards.append(Points.valued(GRID, 7 - point, 7 - point));
            }
            forwards.sort();
            backwards.sort();
        }

        assertThat(other).hasSameTextualContentAs(path);
        assertThat(Files.readAllLines(path)).hasSize(9);
    }

    @Test
    void shouldRefuseWhatIsNotItsOwn() throws IOException {
        open().close();
        Files.writeString(path, "one,two\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::open)
                .isInstanceOf(PointFile.UnusableException.class)
                .hasMessageContaining("points.csv:2: not a row of this sweep");

        Files.writeString(path, "time,open,high,low,close\n");
        assertThatThrownBy(this::open).hasMessageContaining("points.csv:1: not the columns of this sweep");
    }

    @Test
    void shouldBelongToOneSweepAtATime() {
        try (PointFile file = open()) {
            assertThat(file.size()).isZero();
            assertThatThrownBy(this::open).hasMessageContaining("another sweep is writing it");
        }
    }

    @Test
    void shouldKnowTheSweepItBelongsTo() {
        final Path identity = directory.resolve("sweep.txt");
        final SweepIdentity mine = new SweepIdentity(Map.of("data", "1: 2"));

        assertThat(mine.claim(identity)).isEmpty();
        assertThat(mine.claim(identity)).isEmpty();
        assertThat(new SweepIdentity(Map.of("data", "3")).claim(identity)).isEqualTo("data was 1: 2, is 3");
        assertThat(new SweepIdentity(Map.of()).claim(identity)).isEqualTo("data was given");
    }
}
