package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.market.Bar;

class TrendSignalTest {
    private static final double STRONG = 20;
    private static final double WEAK = 19.999;

    private final TestDesk desk = new TestDesk();
    private final TrendSignal longOnly = new TrendSignal(20, true, 0.5, false);
    private final TrendSignal bothWays = new TrendSignal(20, true, 0.5, true);

    private Bar up() {
        return desk.bar(100, 110, 100, 105).bar();
    }

    private Bar down() {
        return desk.bar(105, 110, 100, 100).bar();
    }

    @Test
    void shouldEnterWhenTrendIsStrongAndBarConfirms() {
        assertThat(longOnly.decide(Direction.FLAT, up(), 2, 1, STRONG)).isEqualTo(Direction.LONG);
        assertThat(bothWays.decide(Direction.FLAT, down(), 1, 2, STRONG)).isEqualTo(Direction.SHORT);
    }

    @Test
    void shouldStayOutWhenOneConditionFails() {
        assertThat(longOnly.decide(Direction.FLAT, up(), 1, 1, STRONG)).isEqualTo(Direction.FLAT);
        assertThat(longOnly.decide(Direction.FLAT, up(), 2, 1, WEAK)).isEqualTo(Direction.FLAT);
        assertThat(longOnly.decide(Direction.FLAT, down(), 2, 1, STRONG)).isEqualTo(Direction.FLAT);
        assertThat(longOnly.decide(Direction.FLAT, desk.bar(100, 111, 100, 105).bar(), 2, 1, STRONG))
                .isEqualTo(Direction.FLAT);
        assertThat(longOnly.decide(Direction.FLAT, down(), 1, 2, STRONG)).isEqualTo(Direction.FLAT);
        assertThat(bothWays.decide(Direction.FLAT, up(), 1, 2, STRONG)).isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldStayOutOnABarWithoutRange() {
        assertThat(bothWays.decide(Direction.FLAT, desk.barAt(100).bar(), 2, 1, STRONG))
                .isEqualTo(Direction.FLAT);
        final TrendSignal anyBody = new TrendSignal(20, true, 0, true);
        assertThat(anyBody.decide(Direction.FLAT, desk.bar(100, 105, 95, 100).bar(), 2, 1, STRONG))
                .isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldNotLookAtTheBarWithoutFilter() {
        final TrendSignal unfiltered = new TrendSignal(20, false, 0.5, true);
        assertThat(unfiltered.decide(Direction.FLAT, down(), 2, 1, STRONG)).isEqualTo(Direction.LONG);
        assertThat(unfiltered.decide(Direction.FLAT, desk.barAt(100).bar(), 1, 2, STRONG))
                .isEqualTo(Direction.SHORT);
    }

    @Test
    void shouldHoldUntilTheAveragesCrossBack() {
        assertThat(longOnly.decide(Direction.LONG, down(), 2, 1, 0)).isEqualTo(Direction.LONG);
        assertThat(longOnly.decide(Direction.LONG, down(), 1, 1, 0)).isEqualTo(Direction.LONG);
        assertThat(longOnly.decide(Direction.LONG, up(), 1, 2, STRONG)).isEqualTo(Direction.FLAT);
        assertThat(bothWays.decide(Direction.SHORT, up(), 1, 2, 0)).isEqualTo(Direction.SHORT);
        assertThat(bothWays.decide(Direction.SHORT, down(), 2, 1, STRONG)).isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldTurnOverWhenTheOtherEntryHolds() {
        assertThat(bothWays.decide(Direction.LONG, down(), 1, 2, STRONG)).isEqualTo(Direction.SHORT);
        assertThat(bothWays.decide(Direction.SHORT, up(), 2, 1, STRONG)).isEqualTo(Direction.LONG);
        assertThat(longOnly.decide(Direction.LONG, down(), 1, 2, STRONG)).isEqualTo(Direction.FLAT);
    }

    @Test
    void shouldChangeNothingWhenANumberIsUndefined() {
        for (final Direction held : Direction.values()) {
            assertThat(bothWays.decide(held, up(), Double.NaN, 1, STRONG)).isEqualTo(held);
            assertThat(bothWays.decide(held, up(), 2, Double.NaN, STRONG)).isEqualTo(held);
        }
        assertThat(bothWays.decide(Direction.FLAT, up(), 2, 1, Double.NaN)).isEqualTo(Direction.FLAT);
    }
}
