package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.state.StateHash;
import reprise.testkit.Allocation;

class TrendStrategyTest {
    private static TrendStrategy.Parameters parameters(
            final int emaFast, final int emaSlow, final int adxLength, final double adxMin, final boolean allowShort) {
        return new TrendStrategy.Parameters(
                "BTCUSDT", null, 1_000 * Money.ONE, emaFast, emaSlow, adxLength, adxMin, true, 0.5, allowShort, 0, 0);
    }

    static Stream<TrendStrategy.Parameters> parameterSets() {
        return Stream.of(
                parameters(15, 100, 14, 20, false),
                parameters(13, 150, 7, 26, false),
                parameters(15, 100, 14, 20, true),
                parameters(13, 150, 7, 26, true));
    }

    private static TestDesk start(final TrendStrategy strategy) {
        final TestDesk desk = new TestDesk();
        desk.tell(strategy::onOrder);
        strategy.onStart(desk);
        return desk;
    }

    private static Instrument bar(final TestDesk desk, final SharedBars bars, final int i) {
        return desk.bar(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]);
    }

    @ParameterizedTest
    @MethodSource("parameterSets")
    void shouldHoldWhatTheReferenceHoldsAfterEveryBar(final TrendStrategy.Parameters parameters) {
        final SharedBars bars = SharedBars.btcFiveMinutes();
        final int[] expected = TrendReference.directions(bars, parameters);
        final TrendStrategy strategy = new TrendStrategy(parameters);
        final TestDesk desk = start(strategy);
        int changes = 0;
        for (int i = 0; i < bars.count(); i++) {
            bar(desk, bars, i);
            desk.tell(strategy);
            final boolean changed = i > 0 && expected[i] != expected[i - 1];
            assertThat(desk.openCount()).as("orders decided on bar %d", i).isEqualTo(changed ? 1 : 0);
            desk.fillAll();
            assertThat(Long.signum(desk.held())).as("direction after bar %d", i).isEqualTo(expected[i]);
            changes += changed ? 1 : 0;
        }
        assertThat(changes).isGreaterThan(200);
        desk.portfolio().audit();
    }

    @ParameterizedTest
    @MethodSource("parameterSets")
    void shouldAllocateNothing(final TrendStrategy.Parameters parameters) {
        final SharedBars bars = SharedBars.btcFiveMinutes();
        final TrendStrategy strategy = new TrendStrategy(parameters);
        final TestDesk desk = start(strategy);
        final long allocated = Allocation.leastBytes(6, () -> run(strategy, desk, bars));

        assertThat(allocated).isZero();
        assertThat(desk.submits()).isGreaterThan(6 * 200);
    }

    private static void run(final TrendStrategy strategy, final TestDesk desk, final SharedBars bars) {
        for (int i = 0; i < bars.count(); i++) {
            bar(desk, bars, i);
            desk.tell(strategy);
            desk.fillAll();
        }
    }

    @Test
    void shouldSubscribeToItsInstrumentAndIgnoreOthers() {
        final TrendStrategy strategy = new TrendStrategy(parameters(1, 2, 2, 0, false));
        final TestDesk desk = start(strategy);
        final Instrument other =
                new Instrument(new InstrumentDefinition(1, 0, "ETHUSDT", "ETH", "USDT", 2, 5, 1, 1, 0));
        other.onBar(1, 1, 100, 110, 90, 105, 0);
        final String before = StateHash.of(strategy);
        strategy.onBar(other);

        assertThat(desk.subscriptions()).isEqualTo(1);
        assertThat(StateHash.of(strategy)).isEqualTo(before);
    }

    @Test
    void shouldShowItsStateFromBeforeTheStartAndAfterEveryChange() {
        final TrendStrategy strategy = new TrendStrategy(parameters(1, 2, 2, 0, false));
        final String created = StateHash.of(strategy);
        final TestDesk desk = start(strategy);
        final String started = StateHash.of(strategy);
        String last = started + StateHash.of(state -> desk.indicators().exchange(state, id -> null));
        for (int i = 1; i < 20; i++) {
            desk.bar(100 * i, 100 * i + 90, 100 * i, 100 * i + 80);
            desk.tell(strategy);
            final String now = StateHash.of(strategy)
                    + StateHash.of(state -> desk.indicators().exchange(state, id -> null));
            assertThat(now).isNotEqualTo(last);
            last = now;
            desk.fillAll();
        }

        assertThat(started).isNotEqualTo(created);
        assertThat(desk.held()).isPositive();
    }
}
