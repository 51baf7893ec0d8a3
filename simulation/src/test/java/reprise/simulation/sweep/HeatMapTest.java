package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test
    void shouldShowTheTwoParametersWithTheMostValuesByMediansOverTheOthers() {
        final SweepGrid grid = new SweepGrid(List.of(
                SweepAxis.parse("a", "1:3"),
                SweepAxis.parse("only", "5"),
                SweepAxis.parse("few", "1:2"),
                SweepAxis.parse("b", "1:3")));
        final HeatMap map = HeatMap.of(
                grid,
                Points.ranked(
                        grid,
                        1,
                        2,
                        3,
                        3,
                        Double.NaN,
                        5,
                        7,
                        7,
                        7,
                        9,
                        9,
                        Double.NaN,
                        0,
                        0,
                        Double.NaN,
                        0,
                        0,
                        Double.NaN));

        assertThat(map.rows().key()).isEqualTo("a");
        assertThat(map.columns().key()).isEqualTo("b");
        assertThat(Arrays.deepToString(map.cells())).isEqualTo("[[2.0, 2.0, 4.0], [8.0, 8.0, 7.0], [0.0, 0.0, NaN]]");
        assertThat(map.level(8)).isEqualTo(1);
        assertThat(map.level(2)).isEqualTo(0.25);
        assertThat(map.level(Double.NaN)).isNaN();
    }

    @Test
    void shouldBeARowWhereThereIsOneParameter() {
        final SweepGrid grid = new SweepGrid(List.of(SweepAxis.parse("a", "1:3")));
        final HeatMap map = HeatMap.of(grid, Points.ranked(grid, 4, 4, 4));

        assertThat(map.rows()).isNull();
        assertThat(map.cells()).isDeepEqualTo(new double[][] {{4, 4, 4}});
        assertThat(map.level(4)).isEqualTo(0.5);
    }
}
