package reprise.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.simulation.sweep.HeatMap;
import reprise.simulation.sweep.SweepAxis;

class HeatMapTextTest {
    private static final HeatMap MAP = new HeatMap(
            SweepAxis.parse("strategies.trend.emaFast", "5,10"),
            SweepAxis.parse("strategies.trend.emaSlow", "20,50,100"),
            new double[][] {{0, 0.5, 1}, {Double.NaN, 0.25, -0.0}},
            0,
            1);

    @Test
    void shouldShadeCellsWithoutColours() {
        assertThat(HeatMapText.of(MAP, false).lines())
                .containsExactly(
                        "emaFast down, emaSlow across",
                        "        20      50     100",
                        " 5    0.00 ▒  0.50 █  1.00",
                        "10       - ░  0.25   -0.00");
    }

    @Test
    void shouldColourThemInTerminalsThatCan() {
        final String text = HeatMapText.of(MAP, true);

        assertThat(text).contains("\033[48;5;236;38;5;15m   0.00 \033[0m", "\033[48;5;46;38;5;16m   1.00 \033[0m");
        assertThat(text.replaceAll("\033\\[[0-9;]*m", "").lines().toList().get(3))
                .isEqualTo("10       -   0.25   -0.00 ");
    }

    @Test
    void shouldNotBeShownWhereItDoesNotFit() {
        final SweepAxis wide = SweepAxis.parse("a", "1:25");

        assertThat(HeatMapText.fits(MAP)).isTrue();
        assertThat(HeatMapText.fits(new HeatMap(null, wide, new double[1][25], 0, 0)))
                .isFalse();
    }
}
