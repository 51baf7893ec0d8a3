package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Trials from the command line. */
class SimulateTest {
    @Test
    void shouldSayWhatStruckAndThatEveryRuleHeld() {
        final Cli.Result result = Cli.run("simulate", "--seeds", "20");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("commands lost", "20 seeds", "every rule held");
    }

    @Test
    void shouldSayWhatASingleSeedDidNotShow() {
        final Cli.Result result = Cli.run("simulate", "--seed", "17");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("1 seeds", "NOT SHOWN: no ");
    }

    @Test
    void shouldPrintJson() {
        final Cli.Result result = Cli.run("simulate", "--seeds", "2", "--seed", "5", "--json");

        assertThat(result.out()).contains("\"firstSeed\" : 5", "\"seeds\" : 2", "\"kind\" : \"COMMAND_LOST\"");
    }

    @Test
    void shouldLeaveOutWhatItIsTold() {
        final Cli.Result result =
                Cli.run("simulate", "--seeds", "3", "--steps", "10", "--without", "command_lost,CRASHED", "--markdown");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith("| fault | struck | trials that held |\n|---|---:|---:|\n| commands lost | 0 | 0 |\n")
                .contains("| crashes | 0 | 0 |\n", "\n3 trials: ");
    }

    @Test
    void shouldRefuseAFaultThatThereIsNot() {
        final Cli.Result result = Cli.run("simulate", "--seeds", "1", "--without", "rain");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--without", "rain", "COMMAND_LOST");
    }

    @Test
    void shouldRefuseFewerStepsThanNone() {
        assertThat(Cli.run("simulate", "--steps", "-1").err()).contains("--steps must be at least 0: -1");
    }

    @Test
    void shouldRefuseNoSeedsAtAll() {
        final Cli.Result result = Cli.run("simulate", "--seeds", "0");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--seeds must be at least 1: 0");
    }
}
