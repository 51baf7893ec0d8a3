package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepGridTest {
    private static final SweepGrid GRID = new SweepGrid(
            List.of(SweepAxis.parse("a", "1:3"), SweepAxis.parse("b", "x,y"), SweepAxis.parse("c", "10:50:10")));

    @Test
    void shouldNumberItsPointsWithTheLastParameterRunningFastest() {
        assertThat(GRID.size()).isEqualTo(30);
        assertThat(GRID.settings(0)).containsExactlyEntriesOf(ordered("1", "x", "10"));
        assertThat(GRID.settings(6)).containsExactlyEntriesOf(ordered("1", "y", "20"));
        assertThat(GRID.settings(29)).containsExactlyEntriesOf(ordered("3", "y", "50"));
        assertThat(LongStream.of(GRID.all()))
                .allSatisfy(point ->
                        assertThat(GRID.pointAt(GRID.coordinates(point))).isEqualTo(point));
    }

    private static Map<String, String> ordered(final String a, final String b, final String c) {
        final Map<String, String> settings = new LinkedHashMap<>();
        settings.put("a", a);
        settings.put("b", b);
        settings.put("c", c);
        return settings;
    }

    @Test
    void shouldDrawDistinctPointsThatTheSeedDecides() {
        assertThat(GRID.sample(12, 5)).hasSize(12).doesNotHaveDuplicates().isSorted();
        assertThat(LongStream.of(GRID.sample(12, 5))).allMatch(point -> point >= 0 && point < 30);
        assertThat(GRID.sample(12, 5)).isEqualTo(GRID.sample(12, 5)).isNotEqualTo(GRID.sample(12, 6));
        assertThat(GRID.sample(30, 5)).isEqualTo(GRID.all());
        assertThat(GRID.sample(31, 5)).isEqualTo(GRID.all());
    }

    /** Each of 30 points is among 10 in a third of 3,000 draws; a deviation is 26, and five of them are never seen. */
    @Test
    void shouldDrawEachPointEquallyOften() {
        final int[] counts = new int[30];
        for (int seed = 0; seed < 3_000; seed++) {
            LongStream.of(GRID.sample(10, seed)).forEach(point -> counts[(int) point]++);
        }

        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 1_000) < 130);
    }

    @Test
    void shouldDrawFromMoreCombinationsThanCouldBeTried() {
        final SweepAxis wide = SweepAxis.parse("a", "1:100000");
        final SweepGrid grid = new SweepGrid(List.of(wide, SweepAxis.parse("b", "1:100000")));

        assertThat(grid.size()).isEqualTo(10_000_000_000L);
        assertThat(LongStream.of(grid.sample(100, 1))).hasSize(100).anyMatch(point -> point > Integer.MAX_VALUE);
        assertThatThrownBy(grid::all).hasMessageContaining("10000000000 combinations, more than 100000");
    }

    @Test
    void shouldRefuseAParameterGivenTwiceAndMorePointsThanCanBeNumbered() {
        final SweepAxis wide = SweepAxis.parse("a", "1:100000");

        assertThatThrownBy(() -> new SweepGrid(List.of(wide, wide))).hasMessage("a is given twice");
        assertThatThrownBy(() -> new SweepGrid(List.of(
                        wide,
                        SweepAxis.parse("b", "1:100000"),
                        SweepAxis.parse("c", "1:100000"),
                        SweepAxis.parse("d", "1:100000"))))
                .hasMessageContaining("there are more than");
        assertThatThrownBy(() -> new SweepGrid(List.of())).hasMessage("a sweep needs a parameter");
    }
}
