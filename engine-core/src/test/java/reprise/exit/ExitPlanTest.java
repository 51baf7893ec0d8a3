package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.order.Side;

class ExitPlanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "stop 0% : stop must be above 0",
                "stop 100% : below 100000000",
                "stop 1R : rate or a multiple",
                "trail 1% 0% : must be above 0",
                "trail 1% 100% : must be below",
                "trail 1R 1% : needs a stop",
                "target 0% 50% : beyond the entry",
                "target 1% 0% : above 0 and at most",
                "target 1% 60%, target 2% 60% : sum to at most",
                "target 2% 10%, target 1% 10% : rise",
                "target 1% 10%, target 2A 10% : one unit",
                "target 1% 10%, breakeven 2 0% : 0 to 1",
                "hold 1 bars, hold 1 seconds : not both",
                "fresh 6 : maxAgeNs <= warningAgeNs",
                "native : needs a stop"
            })
    void shouldRefuseWhatDoesNotGoTogether(final String text, final String problem) {
        assertThatThrownBy(() -> PlanText.plan(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void shouldRefuseAnEntryWithoutTheTrueRangeThatItsPlanNeeds() {
        final ExitBench bench = new ExitBench(PlanText.plan("stop 2A"));

        assertThatThrownBy(() -> bench.enter(Side.BUY, 100_00, 10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("average true range");
        assertThat(bench.engine.openCount()).isZero();
    }

    @Test
    void shouldRefuseAPlanThatIsNotThere() {
        final ExitBench bench = new ExitBench();

        assertThatThrownBy(() -> bench.enter(Side.BUY, 100_00, 10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such exit plan: 0 of 0");
    }
}
