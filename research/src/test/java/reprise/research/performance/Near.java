package reprise.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The comparison that the reference values ask for: 1e-10, relative. */
final class Near {
    private static final double RELATIVE = 1e-10;

    private Near() {}

    static void assertNear(final double actual, final double expected, final String what) {
        if (expected == 0 || !Double.isFinite(expected)) {
            assertThat(actual).as(what).isEqualTo(Double.valueOf(expected));
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
        }
    }
}
