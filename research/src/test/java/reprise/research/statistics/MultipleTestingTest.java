package reprise.research.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.RandomCases;
import reprise.testkit.SharedFiles;

class MultipleTestingTest {
    @ParameterizedTest
    @ValueSource(strings = {"screening_crypto1h", "screening_crypto5m"})
    void shouldAdjustAsExpected(final String file) {
        final List<String[]> rows = SharedFiles.lines("golden/stats/" + file + ".csv").stream()
                .map(line -> line.split(","))
                .toList();
        assertColumn(rows, MultipleTesting.NONE, "eg_p");
        assertColumn(rows, MultipleTesting.BONFERRONI, "p_bonferroni");
        assertColumn(rows, MultipleTesting.HOLM, "p_holm");
        assertColumn(rows, MultipleTesting.BENJAMINI_HOCHBERG, "p_fdr_bh");
        assertColumn(rows, MultipleTesting.BENJAMINI_YEKUTIELI, "p_fdr_by");
    }

    private static void assertColumn(final List<String[]> rows, final MultipleTesting method, final String column) {
        final double[] adjusted = method.adjust(column(rows, "eg_p"));
        final double[] expected = column(rows, column);
        assertThat(adjusted).hasSizeGreaterThan(80);
        assertThat(adjusted).as(column).containsExactly(expected, within(1e-13));
    }

    private static double[] column(final List<String[]> rows, final String name) {
        final int column = List.of(rows.get(0)).indexOf(name);
        return rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0.01, 0.02, 0.04",
        "BONFERRONI, 0.03, 0.06, 0.12",
        "HOLM, 0.03, 0.04, 0.04",
        "BENJAMINI_HOCHBERG, 0.03, 0.03, 0.04",
        "BENJAMINI_YEKUTIELI, 0.055, 0.055, 0.0733333333333333",
    })
    void shouldAdjustThreeByHand(final MultipleTesting method, final double a, final double b, final double c) {
        assertThat(method.adjust(new double[] {0.02, 0.04, 0.01}))
                .containsExactly(new double[] {b, c, a}, within(1e-12));
        assertThat(method.adjust(new double[0])).isEmpty();
        assertThat(method.adjust(new double[] {1, 1, 1})).containsOnly(1);
    }

    @Test
    void shouldNeverMakeATestMoreSignificantNorChangeTheOrder() {
        RandomCases.check(200, random -> {
            final double[] p = anyPs(random);
            for (final MultipleTesting method : MultipleTesting.values()) {
                final double[] adjusted = method.adjust(p);
                for (int i = 0; i < p.length; i++) {
                    assertThat(adjusted[i]).isBetween(p[i], 1.0);
                    for (int j = 0; j < p.length; j++) {
                        assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
                    }
                }
            }
        });
    }

    private static double[] anyPs(final SplittableRandom random) {
        final double[] p = new double[random.nextInt(1, 30)];
        for (int i = 0; i < p.length; i++) {
            p[i] = random.nextInt(20) / 20.0 * (random.nextBoolean() ? 1 : 1e-3);
        }
        return p;
    }
}
