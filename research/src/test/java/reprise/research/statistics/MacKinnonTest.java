package reprise.research.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reprise.research.GoldenJson;
import reprise.testkit.SharedFiles;

class MacKinnonTest {
    private static final Map<String, Trend> TRENDS =
            Map.of("n", Trend.NONE, "c", Trend.CONSTANT, "ct", Trend.LINEAR, "ctt", Trend.QUADRATIC);

    @Test
    void shouldGiveThePValuesOfTheSurface() {
        final List<String> lines = SharedFiles.lines("golden/stats/mackinnon_p.csv");
        for (final String line : lines.subList(1, lines.size())) {
            final String[] cells = line.split(",");
            assertThat(MacKinnon.pValue(Double.parseDouble(cells[0]), TRENDS.get(cells[2]), Integer.parseInt(cells[1])))
                    .as(line)
                    .isCloseTo(Double.parseDouble(cells[3]), within(1e-12));
        }
        assertThat(lines).hasSizeGreaterThan(2_000);
    }

    @Test
    void shouldGiveTheCriticalValuesOfTheTable() {
        final Map<String, String> table = new GoldenJson("stats/mackinnon.json").values();
        int checked = 0;
        for (int i = 0; table.containsKey("critical_values/" + i + "/N"); i++) {
            final String path = "critical_values/" + i + "/";
            final int series = Integer.parseInt(table.get(path + "N"));
            final String observations = table.get(path + "nobs");
            if (series > 3 || observations.equals("Infinity")) {
                continue;
            }
            final CriticalValues values = MacKinnon.criticalValues(
                    TRENDS.get(table.get(path + "regression")), series, Integer.parseInt(observations));
            final double[] found = {values.percent1(), values.percent5(), values.percent10()};
            for (int level = 0; level < found.length; level++) {
                assertThat(found[level])
                        .as(path)
                        .isCloseTo(Double.parseDouble(table.get(path + "crit_1_5_10/" + level)), within(1e-12));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void shouldGiveTheNormalDistributionInBothTails() {
        // 50-digit values.
        assertThat(NormalDistribution.below(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.below(-1)).isCloseTo(0.15865525393145705, within(1e-16));
        assertThat(NormalDistribution.below(1.959963984540054)).isCloseTo(0.975, within(2e-16));
        assertThat(NormalDistribution.below(-2.9999999) / NormalDistribution.below(-3.0000001))
                .isCloseTo(1, within(1e-6));
        assertThat(NormalDistribution.below(-6) / 9.865876450376981e-10).isCloseTo(1, within(1e-14));
        assertThat(NormalDistribution.below(-20) / 2.7536241186062337e-89).isCloseTo(1, within(1e-13));
        assertThat(NormalDistribution.below(40)).isEqualTo(1);
        assertThat(NormalDistribution.below(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.below(Double.NaN)).isNaN();
    }

    @Test
    void shouldRefuseMoreSeriesThanThereAreTablesFor() {
        assertThatThrownBy(() -> MacKinnon.pValue(-3, Trend.CONSTANT, 4)).hasMessageContaining("got 4");
        assertThat(MacKinnon.criticalValues(Trend.NONE, 2, 100).percent5()).isNaN();
        assertThat(MacKinnon.pValue(Double.NaN, Trend.CONSTANT, 2)).isNaN();
    }
}
