package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.Line;

/** What strategies get of indicators, and when. */
class StrategyIndicatorTest extends CoreFixture {
    private Line line;
    private BarSeries ticks;

    private void demand(final String expression) {
        first.next(context -> line = context.indicator(engine.instrument(0), expression));
        engine.trade(0, 100);
        heard.clear();
    }

    private void bar(final int instrumentId, final long timeNs, final long price) {
        engine.events().onBar(instrumentId, timeNs, 10, price, price, price, price, 1);
    }

    private void historicalBar(final long timeNs, final long price) {
        engine.events().onHistoricalBar(0, timeNs, 10, price, price, price, price, 1);
    }

    @Test
    void shouldNotTellAStrategyOfBarsBeforeWhatItDemandedIsReady() {
        demand("sma:3");
        bar(0, 1, 100);
        bar(0, 2, 200);
        assertThat(heard).containsExactly("s2 bar I0 100", "s2 bar I0 200");

        heard.clear();
        bar(0, 3, 300);
        assertThat(heard).containsExactly("s1 bar I0 300", "s2 bar I0 300");
        assertThat(line.value()).isEqualTo(2);
    }

    @Test
    void shouldHoldBackBarsOfTheDemandedInstrumentOnly() {
        second.next(context -> context.indicator(engine.instrument(0), "sma:3"));
        engine.trade(1, 100);
        heard.clear();
        bar(0, 1, 100);
        bar(1, 1, 100);

        assertThat(heard).containsExactly("s1 bar I0 100", "s2 bar I1 100");
    }

    @Test
    void shouldHoldBackBarsOfBothLegsUntilBothAreReady() {
        second.next(context -> context.indicator(engine.instrument(0), "sub(close, close@I1)"));
        engine.trade(1, 100);
        heard.clear();
        bar(0, 1, 100);
        bar(1, 1, 100);

        assertThat(heard).containsExactly("s1 bar I0 100", "s2 bar I1 100");
    }

    @Test
    void shouldHoldBackBuiltBarsUntilWhatWasDemandedOfThemIsReady() {
        first.next(context -> {
            ticks = context.subscribe(engine.instrument(0), BarSpec.ticks(1));
            line = context.indicator(ticks, "sma:2");
        });
        engine.trade(0, 100);
        heard.clear();
        engine.trade(0, 200);
        assertThat(line.isReady()).isFalse();
        assertThat(ticks.count()).isEqualTo(1);
        assertThat(heard).containsExactly("s1 trade I0 200", "s2 trade I0 200");

        // At the same time: trades that share a stamp are bars of their own all the same.
        heard.clear();
        engine.trade(0, 400);
        assertThat(line.value()).isEqualTo(3);
        assertThat(heard).containsExactly("s1 trade I0 400", "s2 trade I0 400", "s1 built I0 400");
    }

    @Test
    void shouldWarmByHistoryWithoutTellingAnybody() {
        demand("sma:3");
        final long mark = engine.instrument(0).markPrice();
        historicalBar(1, 100);
        historicalBar(2, 200);
        historicalBar(3, 300);
        assertThat(heard).isEmpty();
        assertThat(engine.instrument(0).markPrice()).isEqualTo(mark);
        assertThat(engine.instrument(0).bar().closeTimeNs()).isZero();
        assertThat(line.value()).isEqualTo(2);

        bar(0, 4, 700);
        assertThat(heard).containsExactly("s1 bar I0 700", "s2 bar I0 700");
        assertThat(line.value()).isEqualTo(4);
    }

    @Test
    void shouldPassOverHistoryThatIsKnownAlready() {
        demand("cumulative(close)");
        bar(0, 5, 100);
        historicalBar(4, 100);
        historicalBar(5, 100);

        assertThat(line.value()).isEqualTo(1);
    }

    @Test
    void shouldShareOneCalculationBetweenStrategies() {
        demand("ema:2");
        second.next(context -> assertThat(context.indicator(engine.instrument(0), "ema(close, 2)"))
                .isSameAs(line));
        engine.trade(0, 100);
    }

    @Test
    void shouldRefuseADemandOutsideOfCallbacks() {
        assertThatThrownBy(() -> first.context().indicator(engine.instrument(0), "ema:2"))
                .hasMessageContaining("indicator is legal only during a callback");
    }
}
