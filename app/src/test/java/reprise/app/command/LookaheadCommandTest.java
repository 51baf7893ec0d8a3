package reprise.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.simulation.lookahead.Future;
import reprise.simulation.lookahead.Leak;
import reprise.simulation.lookahead.LookaheadResult;

class LookaheadCommandTest {
    @Test
    void shouldNameTheRecordThatDiffersAndTheStrategyThatMadeIt() {
        final Leak leak = new Leak(
                Future.GARBAGE,
                1_704_067_500_000_000_000L,
                1_234,
                1_704_067_200_000_000_000L,
                true,
                17,
                "SubmitOrder strategyId=2 side=BUY",
                "nothing");

        assertThat(LookaheadCommand.text(
                        List.of("a.csv"),
                        new LookaheadResult(5_000, 100, 50, 3, List.of(leak)),
                        List.of("trend", "prophet")))
                .contains("data         a.csv")
                .contains("the past DIFFERS at 3 of 100 cuts")
                .contains("with the future replaced by garbage after 2024-01-01T00:05:00Z (bar time 1,234), command 17")
                .contains("  all data  SubmitOrder strategyId=2 side=BUY")
                .contains("  instead   nothing")
                .contains("strategyId=1 is trend")
                .contains("strategyId=2 is prophet")
                .doesNotContain("no decision depends");
    }

    @Test
    void shouldClaimNothingOfStrategiesThatDecidedNothing() {
        assertThat(LookaheadCommand.text(
                        List.of("a.csv"), new LookaheadResult(600, 100, 0, 0, List.of()), List.of("trend")))
                .contains("nothing was decided at any of these moments, so nothing is proved of the strategies")
                .doesNotContain("no decision depends");
    }
}
