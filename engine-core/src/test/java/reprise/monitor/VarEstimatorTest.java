package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

class VarEstimatorTest {
    private static VarEstimator estimate(final double confidence, final double... sample) {
        final VarEstimator estimator = new VarEstimator(confidence, sample.length);
        estimator.estimate(sample, sample.length);
        return estimator;
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.05, -1.6448536269514722",
        "0.95, 1.6448536269514722",
        "0.01, -2.3263478740408408",
        "0.001, -3.090232306167813",
        "0.0001, -3.719016485455681",
        "0.075, -1.4395314709384563",
        "0.925, 1.4395314709384563",
    })
    void shouldKnowTheNormalQuantiles(final double probability, final double quantile) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(quantile, within(1e-15 + 4e-16 * Math.abs(quantile)));
    }

    @Test
    void shouldInterpolateBetweenTheNeighboursOfTheQuantile() {
        // Place (5 - 1) * 0.2 = 0.8 in -5, -3, 0, 1, 2.
        final VarEstimator estimator = estimate(0.8, 1, -5, 2, -3, 0);

        assertThat(estimator.historical()).isCloseTo(3.4, within(1e-15));
        assertThat(estimator.conditional()).isEqualTo(5);
        assertThat(estimator.parametric()).isCloseTo(1 + 0.8416212335729143 * Math.sqrt(34.0 / 4), within(1e-14));
    }

    /** One less 0.9 is a hair below 0.1; the quantile is the value itself nevertheless, and belongs to the losses beyond it. */
    @Test
    void shouldMeetAValueThatLiesOnTheQuantile() {
        final VarEstimator estimator = estimate(0.9, 0, -10, -20, 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(estimator.historical()).isEqualTo(10);
        assertThat(estimator.conditional()).isEqualTo(15);
    }

    @Test
    void shouldSeeNoSpreadInEqualReturns() {
        final VarEstimator estimator = estimate(0.95, -0.25, -0.25, -0.25, -0.25);

        assertThat(estimator.historical()).isEqualTo(0.25);
        assertThat(estimator.conditional()).isEqualTo(0.25);
        assertThat(estimator.parametric()).isEqualTo(0.25);
        assertThat(estimator.cornishFisher()).isEqualTo(0.25);
    }

    @Test
    void shouldBeUndefinedWithoutASampleOrWithAValueThatIsNone() {
        for (final double[] sample : new double[][] {
            {}, {0.1}, {0.1, Double.NaN, 0.2}, {0.1, Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY, 0.1, 0.3}
        }) {
            final VarEstimator estimator = new VarEstimator(0.95, 5);
            estimator.estimate(new double[] {1, 2, 3, 4, 5}, 5);
            estimator.estimate(sample, sample.length);

            for (final VarMethod method : VarMethod.values()) {
                assertThat(estimator.value(method)).isNaN();
            }
            assertThat(estimator.conditional()).isNaN();
            assertThat(estimator.isCornishFisherValid()).isFalse();
        }
    }

    @Test
    void shouldEqualSortingInEverySample() {
        RandomCases.check(2_000, random -> {
            final int count = 2 + random.nextInt(60);
            final double confidence = RandomCases.oneOf(random, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999);
            final double[] sample = random.doubles(count, -1, 1).toArray();
            if (random.nextBoolean()) {
                // Ties, and long runs of zeros.
                for (int i = 0; i < count; i++) {
                    sample[i] = Math.rint(sample[i] * 3) / 3 + 0.0;
                }
            }
            final VarEstimator estimator = new VarEstimator(confidence, count + random.nextInt(5));
            estimator.estimate(sample, count);

            final double[] sorted = sample.clone();
            Arrays.sort(sorted);
            final double place = (count - 1) * (Math.round((1 - confidence) * 1e4) / 1e4);
            final int below = (int) place;
            final double quantile =
                    sorted[below] + (place - below) * (sorted[Math.min(below + 1, count - 1)] - sorted[below]);
            assertThat(estimator.historical()).isCloseTo(-quantile, within(1e-12));
            assertThat(estimator.conditional())
                    .isCloseTo(
                            -Arrays.stream(sorted)
                                    .filter(r -> r <= quantile + 1e-12)
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
            assertThat(estimator.conditional()).isGreaterThanOrEqualTo(estimator.historical() - 1e-15);
        });
    }

    /** What the domain of the expansion is for: within it a larger confidence never gives a smaller loss. */
    @Test
    void shouldGrowWithConfidenceWhereTheExpansionIsValid() {
        final double[] confidences = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.999, 0.9999};
        final int[] seen = new int[2];
        RandomCases.check(500, random -> {
            final double power = 0.5 + random.nextDouble() * 4;
            final double[] sample = new double[100];
            for (int i = 0; i < sample.length; i++) {
                final double normal = NormalQuantile.of(0.0001 + 0.9998 * random.nextDouble());
                sample[i] = Math.signum(normal) * Math.pow(Math.abs(normal), power);
            }
            double before = Double.NEGATIVE_INFINITY;
            boolean grows = true;
            for (final double confidence : confidences) {
                final VarEstimator estimator = estimate(confidence, sample);
                grows &= estimator.cornishFisher() >= before;
                before = estimator.cornishFisher();
                if (estimator.isCornishFisherValid()) {
                    assertThat(grows).as("%s", confidence).isTrue();
                    assertThat(estimator.value(VarMethod.CORNISH_FISHER)).isEqualTo(estimator.cornishFisher());
                } else {
                    assertThat(estimator.value(VarMethod.CORNISH_FISHER))
                            .isEqualTo(Math.max(estimator.historical(), estimator.parametric()));
                }
            }
            seen[grows ? 1 : 0]++;
        });
        if (Long.getLong("seed") == null) {
            assertThat(seen[0]).as("samples outside of it").isGreaterThan(20);
            assertThat(seen[1]).isGreaterThan(20);
        }
    }

    @Test
    void shouldGiveEqualBitsForEqualSamplesWhateverCameBefore() {
        final SplittableRandom random = new SplittableRandom(3);
        final double[] sample = random.doubles(1_440, -1e-3, 1e-3).toArray();
        final VarEstimator fresh = estimate(0.95, sample);
        final VarEstimator used = new VarEstimator(0.95, 1_440);
        used.estimate(random.doubles(1_440, -1, 1).toArray(), 1_440);

        used.estimate(sample, 1_440);

        for (final VarMethod method : VarMethod.values()) {
            assertThat(used.value(method)).isEqualTo(fresh.value(method));
        }
        assertThat(used.conditional()).isEqualTo(fresh.conditional());
    }

    @Test
    void shouldAllocateNothing() {
        final double[] sample = new SplittableRandom(1).doubles(1_440, -1, 1).toArray();
        final VarEstimator estimator = new VarEstimator(0.95, 1_440);

        assertThat(Allocation.leastBytes(8, () -> {
                    for (int i = 0; i < 200; i++) {
                        estimator.estimate(sample, 1_000 + i);
                    }
                }))
                .isZero();
    }
}
