package reprise.research.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class StatisticsPropertyTest {
    private static final LagRule AIC = LagRule.by(LagRule.Choice.AIC);

    private static double[] walk(final SplittableRandom random, final int length) {
        final double[] walk = new double[length];
        for (int i = 1; i < length; i++) {
            walk[i] = walk[i - 1] + 0.01 * random.nextGaussian();
        }
        return walk;
    }

    private static double[] scaled(final double[] values, final double factor, final double shift) {
        return Arrays.stream(values).map(value -> factor * value + shift).toArray();
    }

    /** The regression by the book: every column written out, Gauss-Jordan on the products. */
    private static double naiveStatistic(final double[] x, final int terms, final int lags) {
        final int first = lags + 1;
        final int columns = terms + lags + 1;
        final double[][] rows = new double[x.length - first][columns + 1];
        for (int t = first; t < x.length; t++) {
            final double[] row = rows[t - first];
            for (int term = 0; term < terms; term++) {
                row[term] = Math.pow((t - first) / (double) x.length, term);
            }
            for (int lag = 1; lag <= lags; lag++) {
                row[terms + lag - 1] = x[t - lag] - x[t - lag - 1];
            }
            row[columns - 1] = x[t - 1];
            row[columns] = x[t] - x[t - 1];
        }
        final double[][] system = new double[columns][2 * columns + 1];
        for (int i = 0; i < columns; i++) {
            for (final double[] row : rows) {
                for (int j = 0; j < columns; j++) {
                    system[i][j] += row[i] * row[j];
                }
                system[i][2 * columns] += row[i] * row[columns];
            }
            system[i][columns + i] = 1;
        }
        solve(system, columns);
        double unexplained = 0;
        for (final double[] row : rows) {
            double residual = row[columns];
            for (int j = 0; j < columns; j++) {
                residual -= row[j] * system[j][2 * columns];
            }
            unexplained += residual * residual;
        }
        final double variance = unexplained / (rows.length - columns);
        return system[columns - 1][2 * columns] / Math.sqrt(variance * system[columns - 1][2 * columns - 1]);
    }

    private static void solve(final double[][] system, final int size) {
        for (int pivot = 0; pivot < size; pivot++) {
            final double head = system[pivot][pivot];
            for (int j = 0; j < system[pivot].length; j++) {
                system[pivot][j] /= head;
            }
            for (int i = 0; i < size; i++) {
                final double factor = system[i][pivot];
                if (i != pivot) {
                    for (int j = 0; j < system[i].length; j++) {
                        system[i][j] -= factor * system[pivot][j];
                    }
                }
            }
        }
    }

    @Test
    void shouldAgreeWithTheRegressionWrittenOut() {
        RandomCases.check(200, random -> {
            final double[] x = walk(random, random.nextInt(40, 200));
            final Trend trend = Trend.values()[random.nextInt(4)];
            final int lags = random.nextInt(0, 12);
            assertThat(AdfTest.test(x, trend, LagRule.fixed(lags)).statistic())
                    .isCloseTo(naiveStatistic(x, trend.terms(), lags), within(1e-7));
        });
    }

    @Test
    void shouldNotMindUnitsOrLevels() {
        RandomCases.check(100, random -> {
            final double[] x = walk(random, 300);
            final double[] y = scaled(walk(random, 300), random.nextDouble(0.1, 2), 0);
            final EngleGrangerResult plain =
                    EngleGranger.regress(y, x, Trend.CONSTANT).test(AIC);
            final double factor = random.nextDouble(0.01, 100);
            final EngleGrangerResult moved = EngleGranger.regress(
                            scaled(y, factor, random.nextDouble(-10, 10)), scaled(x, 1, 5), Trend.CONSTANT)
                    .test(AIC);

            assertThat(moved.statistic()).isCloseTo(plain.statistic(), within(1e-8));
            assertThat(moved.pValue()).isCloseTo(plain.pValue(), within(1e-9));
            assertThat(moved.hedgeRatio()).isCloseTo(factor * plain.hedgeRatio(), within(1e-8 * factor));
        });
    }

    @Test
    void shouldFindWalksThatAreTiedTogetherAndFewThatAreNot() {
        final int[] found = new int[2];
        RandomCases.check(200, random -> {
            final double[] x = walk(random, 500);
            final double[] tied = new double[x.length];
            double spread = 0;
            for (int i = 0; i < x.length; i++) {
                spread = 0.9 * spread + 0.005 * random.nextGaussian();
                tied[i] = 0.8 * x[i] + spread;
            }
            found[0] += significant(tied, x);
            found[1] += significant(walk(random, 500), x);
        });
        assertThat(found[0]).isGreaterThan(190);
        assertThat(found[1]).as("of 200, at 5 %").isBetween(3, 20);
    }

    private static int significant(final double[] y, final double[] x) {
        return EngleGranger.regress(y, x, Trend.CONSTANT).test(AIC).pValue() < 0.05 ? 1 : 0;
    }

    @Test
    void shouldCallUndefinedWhatIs() {
        final double[] flat = new double[100];
        Arrays.fill(flat, 3.1);
        final double[] x = walk(new SplittableRandom(1), 100);

        assertThat(AdfTest.test(flat, Trend.CONSTANT, AIC).statistic()).isNaN();
        assertThat(AdfTest.test(scaled(line(100), 0.1, 1e5), Trend.LINEAR, AIC).pValue())
                .isNaN();
        assertThat(LinearFit.of(x, flat).beta()).isNaN();
        assertThat(Correlation.of(x, flat)).isNaN();
        assertThat(Correlation.ofSteps(x, line(100))).isNaN();
        assertThat(HalfLife.of(flat).bars()).isNaN();
        assertThat(HalfLife.of(new double[3]).bars()).isNaN();
        assertThat(EngleGranger.regress(x, flat, Trend.CONSTANT).test(AIC).pValue())
                .isNaN();
        assertThat(EngleGranger.regress(flat, x, Trend.CONSTANT).test(AIC).pValue())
                .isNaN();
        assertThat(MeanCrossings.count(flat)).isZero();
    }

    private static double[] line(final int length) {
        final double[] line = new double[length];
        Arrays.setAll(line, i -> i);
        return line;
    }

    @Test
    void shouldSayThatOneThingIsOneThing() {
        final double[] x = walk(new SplittableRandom(2), 200);
        final EngleGranger same = EngleGranger.regress(scaled(x, 2, 1), x, Trend.CONSTANT);

        assertThat(same.isCollinear()).isTrue();
        assertThat(same.test(AIC).statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(same.test(AIC).pValue()).isZero();
        assertThat(same.hedgeRatio()).isCloseTo(2, within(1e-12));
    }

    @Test
    void shouldRefuseSeriesThatAreTooShort() {
        assertThatThrownBy(() -> AdfTest.test(new double[] {1, 2, 1}, Trend.CONSTANT, AIC))
                .hasMessageContaining("3 values is too short");
        assertThatThrownBy(() -> AdfTest.test(new double[20], Trend.CONSTANT, LagRule.fixed(9)))
                .hasMessageContaining("9 lags are too many for 20 values; at most 8");
        assertThatThrownBy(() -> LinearFit.of(new double[4], new double[5])).hasMessageContaining("4 and 5");
    }

    @Test
    void shouldCountChangesOfSide() {
        assertThat(MeanCrossings.count(new double[] {1, -1, 1, -1})).isEqualTo(3);
        assertThat(MeanCrossings.count(new double[] {1, 0, 1, 0, -1, -1, 0})).isEqualTo(1);
    }
}
