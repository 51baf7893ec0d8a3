package reprise.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reprise.testkit.DocumentedTable;

/** The whole engine among things that fail: every rule holds in every trial, and every kind of fault was there. */
class TrialTest {
    private static final int SEEDS = 1_000;
    private static final int SLOW_SEEDS = 20_000;

    @Test
    void shouldHoldEveryRuleWhateverFails() {
        final TrialSummary summary = requireAllHold(1, SEEDS);

        DocumentedTable.requireCurrent(
                "guarantees.md", "./reprise simulate --seeds " + SEEDS + " --markdown", TrialTable.markdown(summary));
    }

    @Test
    @Tag("slow")
    void shouldHoldEveryRuleInManyTrials() {
        requireAllHold(SEEDS + 1, SLOW_SEEDS);
    }

    private static TrialSummary requireAllHold(final long firstSeed, final long count) {
        final TrialSummary summary = Trials.run(Scenario.of(firstSeed), count, Trials.Progress.SILENT);

        if (summary.failed() != null) {
            final TrialFailure failure = summary.failed().failure();
            throw new AssertionError("seed " + summary.failed().seed() + ", step " + failure.step() + ": "
                    + failure.rule() + ": " + failure.detail() + "\nagain: ./reprise simulate --seed "
                    + summary.failed().seed() + "\n" + String.join("\n", failure.tail()));
        }
        assertThat(summary.trials()).isEqualTo(count);
        assertThat(summary.neverStruck()).isEmpty();
        assertThat(summary.fills()).isGreaterThan(10 * count);
        assertThat(summary.restored()).isGreaterThan(count / 10);
        return summary;
    }

    @Test
    void shouldBeAPureFunctionOfItsSeed() {
        for (long seed = 1; seed <= 5; seed++) {
            final TrialResult first = Trials.run(seed);
            final TrialResult second = Trials.run(seed);

            assertThat(second.stateHash()).as("seed %d", seed).isEqualTo(first.stateHash());
            assertThat(second.commands()).isEqualTo(first.commands());
            assertThat(second.faults()).isEqualTo(first.faults());
        }
    }

    @Test
    void shouldSayWhatWentWrongSoThatItCanBeReplayed() {
        final TrialResult failed = firstFailure();

        assertThat(failed.failure().rule()).isNotEmpty();
        assertThat(failed.failure().sequence()).isEqualTo(failed.events());
        assertThat(failed.failure().tail())
                .filteredOn(line -> !line.startsWith(" "))
                .hasSize(EventTail.LENGTH)
                .last()
                .asString()
                .contains("sequence=" + failed.events());
    }

    private static TrialResult firstFailure() {
        for (long seed = 1; ; seed++) {
            final TrialResult result = Trials.run(Scenario.of(seed), PlantedBugTest.Bug.FEE_OFF_BY_ONE.plant());
            if (result.failure() != null) {
                return result;
            }
        }
    }
}
