package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double FAILED = Double.NEGATIVE_INFINITY;

    /** Rows are values of "a", columns values of "b". */
    private static final SweepGrid GRID =
            new SweepGrid(List.of(SweepAxis.parse("a", "1:4"), SweepAxis.parse("b", "1:5")));

    private static List<PointResult> results(final SweepGrid grid, final double... values) {
        final List<PointResult> results = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            results.add(
                    values[i] == FAILED
                            ? PointResult.failed(Points.spec(grid, i), "no")
                            : Points.valued(grid, i, values[i]));
        }
        return results;
    }

    private static RankedPoint ranked(final Ranking ranking, final long point) {
        return ranking.points().stream()
                .filter(ranked -> ranked.result().spec().point() == point)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldPreferAPlateauToAPeak() {
        final Ranking ranking = Ranking.of(
                GRID,
                results(
                        GRID, 0.1, 0.2, 0.1, 0.0, 0.1, 0.2, 9.0, 0.2, 0.1, 0.2, 0.1, 0.2, 0.9, 1.1, 1.0, 0.0, 0.1, 0.8,
                        1.0, 0.9),
                RankBy.SHARPE_DAILY);

        assertThat(ranking.peak()).contains(ranked(ranking, 6));
        assertThat(ranked(ranking, 6).plateau()).isEqualTo(0.2);
        assertThat(ranking.plateau()).contains(ranked(ranking, 13));
        assertThat(ranked(ranking, 13))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(1.0, 5);
    }

    @Test
    void shouldCountAValueForNoMoreThanTheMedianAroundItOfAnEvenNumberTheLower() {
        final Ranking ranking = Ranking.of(GRID, results(GRID, steps(20)), RankBy.CALMAR);

        assertThat(ranked(ranking, 0))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(0.0, 3);
        assertThat(ranked(ranking, 1))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(1.0, 4);
        assertThat(ranked(ranking, 7))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(7.0, 5);
        assertThat(ranked(ranking, 19))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(18.0, 3);
    }

    private static double[] steps(final int count) {
        final double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }

    @Test
    void shouldLeaveOutNeighboursThatFailedAndCountThoseWithoutAValueAsTheWorst() {
        final double[] values = steps(20);
        values[2] = FAILED;
        values[6] = Double.NaN;
        values[8] = Double.NaN;
        values[12] = Double.NaN;
        final Ranking ranking = Ranking.of(GRID, results(GRID, values), RankBy.SHARPE);

        assertThat(ranked(ranking, 7))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(Double.NEGATIVE_INFINITY, 4);
        assertThat(ranking.failures())
                .extracting(failed -> failed.spec().point())
                .containsExactly(2L);
        assertThat(ranking.points()).hasSize(19);
    }

    @Test
    void shouldHaveNeitherPlateauNorPeakWhereNothingHasAValue() {
        final double[] values = new double[20];
        Arrays.fill(values, Double.NaN);
        final Ranking ranking = Ranking.of(GRID, results(GRID, values), RankBy.PROFIT_FACTOR);

        assertThat(ranking.points()).hasSize(20);
        assertThat(ranking.plateau()).isEmpty();
        assertThat(ranking.peak()).isEmpty();
    }

    @Test
    void shouldNotCallValuesNeighboursThatHaveNoOrder() {
        final SweepGrid grid =
                new SweepGrid(List.of(SweepAxis.parse("bars", "15m,1h,4h"), SweepAxis.parse("b", "1:2")));
        final Ranking ranking = Ranking.of(grid, results(grid, 1, 2, 10, 20, 3, 4), RankBy.TOTAL_RETURN);

        assertThat(ranked(ranking, 2))
                .extracting(RankedPoint::plateau, RankedPoint::basis)
                .containsExactly(10.0, 2);
    }

    /** On a line of eleven, of which six are tried: 0 1 2 5 9 10. */
    @Test
    void shouldTakeTheNearestOfARandomChoice() {
        final SweepGrid line = new SweepGrid(List.of(SweepAxis.parse("a", "0:10")));
        final List<PointResult> results = new ArrayList<>();
        for (final int point : new int[] {0, 1, 2, 5, 9, 10}) {
            results.add(Points.valued(line, point, point == 1 ? 100 : point));
        }
        final Ranking ranking = Ranking.of(line, results, RankBy.SHARPE_DAILY);

        assertThat(ranked(ranking, 1).plateau()).as("of 0, 2 and itself").isEqualTo(2);
        assertThat(ranked(ranking, 5).plateau()).as("of 1, 2 and itself").isEqualTo(5);
        assertThat(ranked(ranking, 10).plateau()).as("of 9, 5 and itself").isEqualTo(9);
    }

    @Test
    void shouldNotDependOnTheOrderInWhichRunsWereDone() {
        final List<PointResult> results = results(GRID, steps(20));
        final Ranking expected = Ranking.of(GRID, results, RankBy.SHARPE_DAILY);
        Collections.reverse(results);

        assertThat(Ranking.of(GRID, results, RankBy.SHARPE_DAILY)).isEqualTo(expected);
    }
}
