package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.journal.JournalException;

/** Two runs never leave results in one directory at the same time. */
class RunPlaceTest {
    @TempDir
    private Path root;

    @Test
    void shouldGiveEachOfManyRunsOfTheSameNameADirectoryOfItsOwn() {
        final List<RunPlace> places = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> RunPlace.own(root.resolve("out"), "trend-20240101-000000"))
                .toList();

        assertThat(places)
                .extracting(RunPlace::results)
                .doesNotHaveDuplicates()
                .allMatch(Files::isDirectory)
                .contains(root.resolve("out/trend-20240101-000000"))
                .contains(root.resolve("out/trend-20240101-000000-50"));
        assertThat(places)
                .allMatch(place -> place.results().endsWith(place.runId()))
                .allMatch(place -> place.journal().getParent().equals(place.results()));
        places.forEach(RunPlace::close);
    }

    @Test
    void shouldTakeAwayADirectoryOfItsOwnOnlyIfNothingCameIntoIt() throws IOException {
        final RunPlace unused = RunPlace.own(root, "unused");
        final RunPlace used = RunPlace.own(root, "used");
        Files.createFile(used.results().resolve("equity.csv"));

        unused.close();
        used.close();

        assertThat(root.resolve("unused")).doesNotExist();
        assertThat(root.resolve("used/equity.csv")).exists();
    }

    @Test
    void shouldRefuseANamedDirectoryWhileAnotherRunHasIt() {
        final Path named = root.resolve("deep/named");
        try (RunPlace first = RunPlace.named("first", named)) {
            assertThat(first.results()).isEqualTo(named);
            assertThatThrownBy(() -> RunPlace.named("second", named))
                    .hasMessageContaining("--out " + named + " is being written by")
                    .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                    .extracting(JournalException::kind)
                    .isEqualTo(JournalException.Kind.LOCKED);
        }

        RunPlace.named("third", named).close();
        assertThat(named).isDirectory();
    }

    @Test
    void shouldTakeNothingForARunWithoutResults() {
        try (RunPlace place = RunPlace.named("run", null)) {
            assertThat(place.results()).isNull();
            assertThat(place.runId()).isEqualTo("run");
        }
        assertThat(root).isEmptyDirectory();
    }
}
