package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.research.performance.SharpeInference;

class DeflationTest {
    private static final SweepGrid GRID = new SweepGrid(List.of(SweepAxis.parse("a", "0:9")));

    @Test
    void shouldCountTrialsWithARatioAndTheirVariance() {
        final Deflation deflation = Deflation.of(Points.ranked(GRID, 0.01, 0.04, Double.NaN, 0.02, 0.05));

        assertThat(deflation.trials()).isEqualTo(4);
        assertThat(deflation.variance()).isCloseTo((0.02 * 0.02 + 0.01 * 0.01) * 2 / 3, within(1e-15));
        assertThat(deflation.expectedBest())
                .isCloseTo(SharpeInference.expectedBest(4, deflation.variance()), within(1e-15));
    }

    @Test
    void shouldTakeTheMoreTheMoreWasTried() {
        final List<RankedPoint> few = Points.ranked(GRID, 0.01, 0.05);
        final List<RankedPoint> many = Points.ranked(GRID, 0.01, 0.05, 0.0, 0.06, 0.01, 0.05, 0.0, 0.06, 0.01, 0.05);
        final PointResult best = few.get(1).result();

        assertThat(Deflation.of(many).deflated(best))
                .isLessThan(Deflation.of(few).deflated(best));
        assertThat(Deflation.of(Points.ranked(GRID, 0.05)).deflated(best))
                .as("a single trial has only to be better than nothing")
                .isEqualTo(best.measures().daily().probabilityAbove(0));
    }

    @Test
    void shouldBeUndefinedWithoutATrial() {
        final Deflation none = Deflation.of(Points.ranked(GRID, Double.NaN));

        assertThat(none.trials()).isZero();
        assertThat(none.expectedBest()).isNaN();
        assertThat(none.deflated(Points.valued(GRID, 1, 0.1))).isNaN();
    }
}
