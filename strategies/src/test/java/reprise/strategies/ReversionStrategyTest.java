package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.indicator.Line;
import reprise.number.Money;
import reprise.testkit.Allocation;

class ReversionStrategyTest {
    private static ReversionStrategy.Parameters parameters(
            final int lookback, final double entry, final double exit, final double stop, final boolean allowShort) {
        return new ReversionStrategy.Parameters(
                "BTCUSDT", null, 1_000 * Money.ONE, lookback, entry, exit, stop, 14, 30, 70, 14, 30, allowShort);
    }

    static Stream<ReversionStrategy.Parameters> parameterSets() {
        return Stream.of(
                parameters(60, 1.0, 0.5, 3.0, false),
                parameters(288, 2.4, 0.0, 3.5, false),
                parameters(60, 1.0, 0.5, 3.0, true),
                parameters(288, 2.4, 0.0, 3.5, true));
    }

    private static TestDesk start(final ReversionStrategy strategy) {
        final TestDesk desk = new TestDesk();
        strategy.onStart(desk);
        return desk;
    }

    private static void tell(
            final TestDesk desk, final ReversionStrategy strategy, final SharedBars bars, final int i) {
        desk.bar(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]);
        desk.tell(strategy);
    }

    @ParameterizedTest
    @MethodSource("parameterSets")
    void shouldHoldWhatTheReferenceHoldsAfterEveryBar(final ReversionStrategy.Parameters parameters) {
        final SharedBars bars = SharedBars.btcFiveMinutes();
        final int[] expected = ReversionReference.directions(bars, parameters);
        final ReversionStrategy strategy = new ReversionStrategy(parameters);
        final TestDesk desk = start(strategy);
        int changes = 0;
        for (int i = 0; i < bars.count(); i++) {
            tell(desk, strategy, bars, i);
            assertThat(Long.signum(desk.held())).as("direction after bar %d", i).isEqualTo(expected[i]);
            changes += i > 0 && expected[i] != expected[i - 1] ? 1 : 0;
        }
        assertThat(desk.targets()).isEqualTo(changes);
        assertThat(changes).isGreaterThan(70);
    }

    @ParameterizedTest
    @MethodSource("parameterSets")
    void shouldAllocateNothing(final ReversionStrategy.Parameters parameters) {
        final SharedBars bars = SharedBars.btcFiveMinutes();
        final ReversionStrategy strategy = new ReversionStrategy(parameters);
        final TestDesk desk = start(strategy);

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < bars.count(); i++) {
                        tell(desk, strategy, bars, i);
                    }
                }))
                .isZero();
    }

    @Test
    void shouldLookAtTheMiddleOfTheQuoteWhereThereIsOne() {
        final TestDesk desk = start(new ReversionStrategy(parameters(3, 1.0, 0.5, 3.0, false)));
        final Line mid = desk.indicator(desk.instrument(), "midquote");
        desk.bar(100, 110, 90, 105);
        assertThat(mid.value()).isEqualTo(1.0);
        desk.instrument().onQuote(104, 1, 108, 1);
        desk.bar(100, 110, 90, 105);
        assertThat(mid.value()).isEqualTo(1.06);
        desk.instrument().onQuote(0, 0, 108, 1);
        desk.bar(100, 110, 90, 105);
        assertThat(mid.value()).as("one side is no quote").isEqualTo(1.0);
    }

    @Test
    void shouldTakeChangesOfItsLevelsWhileItRuns() {
        final ReversionStrategy strategy = new ReversionStrategy(parameters(60, 1.0, 0.5, 3.0, false));
        final ReversionStrategy.Parameters changed = parameters(60, 2.0, 0.0, 4.0, true);
        strategy.onParameters(changed);
        final SharedBars bars = SharedBars.btcFiveMinutes();
        final int[] expected = ReversionReference.directions(bars, changed);
        final TestDesk desk = start(strategy);
        for (int i = 0; i < 5_000; i++) {
            tell(desk, strategy, bars, i);
            assertThat(Long.signum(desk.held())).as("direction after bar %d", i).isEqualTo(expected[i]);
        }
        assertThat(strategy.parameters()).isEqualTo(changed);
    }
}
