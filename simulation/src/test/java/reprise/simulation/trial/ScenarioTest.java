package reprise.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left out of a trial. */
class ScenarioTest {
    @Test
    void shouldSayItselfAsACommandLineDoes() {
        assertThat(Scenario.of(17).arguments()).isEqualTo("--seed 17");
        assertThat(new Scenario(17, Set.of(FaultKind.CRASHED, FaultKind.COMMAND_LOST), 40).arguments())
                .isEqualTo("--seed 17 --steps 40 --without command_lost,crashed");
    }

    @Test
    void shouldRefuseFewerStepsThanNone() {
        assertThatThrownBy(() -> new Scenario(1, Set.of(), -1)).hasMessageContaining("0, for all of them, or more: -1");
    }

    @Test
    void shouldEndEarlyAndLeaveOutWhatItIsTold() {
        final TrialResult all = Trials.run(Scenario.of(3));
        final TrialResult fewer = Trials.run(new Scenario(3, Set.of(FaultKind.values()), 20));

        assertThat(fewer.failure()).isNull();
        assertThat(fewer.events()).isLessThan(all.events());
        assertThat(fewer.faults()).containsOnly(0);
    }
}
