package reprise.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trial that fails becomes shorter and stays what it was: the same rule, the same whenever it is run. */
class ShrinkerTest {
    @ParameterizedTest
    @EnumSource(
            value = PlantedBugTest.Bug.class,
            names = {"FEE_OFF_BY_ONE", "EXECUTION_ID_IGNORED", "LAST_FILL_FORGOTTEN"})
    void shouldShrinkATrialThatFails(final PlantedBugTest.Bug bug) {
        final Function<Scenario, TrialResult> trial = scenario -> Trials.run(scenario, bug.plant());
        TrialResult failed = null;
        for (long seed = 1; failed == null; seed++) {
            final TrialResult result = trial.apply(Scenario.of(seed));
            failed = result.failure() == null ? null : result;
        }

        final TrialResult shortest = Shrinker.shrink(trial, failed);

        assertThat(shortest.failure().rule()).isEqualTo(failed.failure().rule());
        assertThat(shortest.events()).isLessThan(failed.events());
        assertThat(struck(shortest)).isLessThanOrEqualTo(struck(failed));
        assertThat(trial.apply(shortest.scenario()).failure())
                .as("the same again by %s", shortest.scenario().arguments())
                .isEqualTo(shortest.failure());
    }

    private static long struck(final TrialResult result) {
        return LongStream.of(result.faults()).filter(count -> count > 0).count();
    }
}
