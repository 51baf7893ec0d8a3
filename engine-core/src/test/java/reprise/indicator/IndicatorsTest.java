package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarBuilder;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.state.StateExchange;
import reprise.state.StateTape;

class IndicatorsTest {
    private static final IntFunction<BarSeries> NO_SERIES = id -> null;

    private final Instruments instruments = new Instruments();
    private final Instrument one = define(0, "ONE");
    private final Instrument two = define(1, "TWO");
    private final Indicators indicators = new Indicators(instruments, IndicatorCatalog.shipped());

    private Instrument define(final int id, final String symbol) {
        return instruments.define(new InstrumentDefinition(id, 0, symbol, "X", "USD", 2, 0, 1, 1, 0));
    }

    private void bar(final Instrument instrument, final long timeNs, final long price) {
        indicators.onHistoricalBar(instrument.id(), timeNs, 60, price, price, price, price, 1);
    }

    @Test
    void shouldComputeNothingThatNobodyDemands() {
        bar(one, 1, 100);
        assertThat(indicators.size()).isZero();

        indicators.demand(one, "close");
        assertThat(indicators.size()).isZero();

        indicators.demand(one, "ema:15");
        assertThat(indicators.size()).isEqualTo(1);
    }

    @Test
    void shouldComputeOnlyTheDemandedOutput() {
        indicators.demand(one, "macd.line");
        // Two averages and their difference, but no signal.
        assertThat(indicators.size()).isEqualTo(3);

        indicators.demand(one, "macd.hist");
        assertThat(indicators.size()).isEqualTo(5);
    }

    @Test
    void shouldShareWhatIsEqual() {
        final Line first = indicators.demand(one, "ema:15");

        assertThat(indicators.demand(one, "ema(close, 15)")).isSameAs(first);
        assertThat(indicators.demand(one, "ema( close , 15 )")).isSameAs(first);
        assertThat(indicators.demand(one, "ema(high, 15)")).isNotSameAs(first);
        assertThat(indicators.demand(one, "ema:16")).isNotSameAs(first);
        assertThat(indicators.demand(two, "ema:15")).isNotSameAs(first);
        assertThat(indicators.demand(series(0, one, BarSpec.hours(1)), "ema:15"))
                .isNotSameAs(first);
        assertThat(first.name()).isEqualTo("ema(close@ONE,15)");
    }

    @Test
    void shouldShareWhatOthersAreMadeOf() {
        indicators.demand(one, "adx:14");
        final int alone = indicators.size();
        indicators.demand(one, "dx:14");
        indicators.demand(one, "dm:14.plus");
        assertThat(indicators.size()).isEqualTo(alone);

        indicators.demand(one, "plus_di:14");
        assertThat(indicators.size()).isEqualTo(alone + 1);
    }

    @Test
    void shouldUpdateWhatIsReadBeforeItsReader() {
        final Line slope = indicators.demand(one, "slope(ema(close, 1), 1)");
        bar(one, 1, 100);
        bar(one, 2, 300);

        assertThat(slope.value()).isEqualTo(2);
    }

    @Test
    void shouldRefuseToBeReadBeforeItIsReady() {
        final Line sma = indicators.demand(one, "sma:2");
        bar(one, 1, 100);
        assertThatThrownBy(sma::value).hasMessage("sma(close@ONE,2) is not ready: its first value comes with bar 2");

        bar(one, 2, 300);
        assertThat(sma.value()).isEqualTo(2);
    }

    @Test
    void shouldBeReadyButUndefinedWhereThereIsNothingToSay() {
        final Line rsi = indicators.demand(one, "rsi:2");
        for (int i = 1; i <= 3; i++) {
            bar(one, i, 100);
        }

        assertThat(rsi.isReady()).isTrue();
        assertThat(rsi.isDefined()).isFalse();
        assertThat(rsi.value()).isNaN();
    }

    @Test
    void shouldPassOverBarsThatAreRepeatedOrLate() {
        final Line sum = indicators.demand(one, "cumulative(close)");
        bar(one, 5, 100);
        bar(one, 5, 100);
        bar(one, 4, 100);

        assertThat(sum.value()).isEqualTo(1);
    }

    @Test
    void shouldKeepBuiltBarsApartFromThoseOfTheVenue() {
        final BarSeries hours = series(0, one, BarSpec.hours(1));
        final Line ofVenue = indicators.demand(one, "close");
        final Line ofHours = indicators.demand(hours, "close");
        one.onBar(1, 60, 100, 100, 100, 100, 1);
        indicators.onBar(one);
        assertThat(ofVenue.value()).isEqualTo(1);
        assertThat(ofHours.isReady()).isFalse();

        indicators.onBar(hours);
        assertThat(ofHours.isReady()).isTrue();
        assertThat(ofHours.sourceSeries(0)).isSameAs(hours);
        assertThat(ofVenue.sourceSeries(0)).isNull();
        assertThat(ofVenue.sourceInstrument(0)).isSameAs(one);
    }

    @Test
    void shouldTellHistoryToTheSeriesOfItsLength() {
        final BarSeries hours = series(0, one, BarSpec.time(3_600_000_000L));
        final Line ofVenue = indicators.demand(one, "close");
        final Line ofHours = indicators.demand(hours, "close");
        indicators.onHistoricalBar(0, 1, 3_600_000_000L, 100, 100, 100, 100, 1);
        assertThat(ofVenue.isReady()).isFalse();
        assertThat(ofHours.value()).isEqualTo(1);

        bar(one, 1, 200);
        assertThat(ofVenue.value()).isEqualTo(2);
        assertThat(ofHours.value()).isEqualTo(1);
    }

    @Test
    void shouldGoByTheCalendarOfTheSeries() {
        final long lengthNs = 1_800_000_000_000L;
        final SessionCalendar calendar = SessionCalendar.usEquities();
        final BarSeries halfHours = series(0, one, BarSpec.time(lengthNs).inSessions(calendar));
        final Line session = indicators.demand(halfHours, "session");
        final Line minute = indicators.demand(halfHours, "minute");
        for (final String opening : new String[] {"2024-03-08T14:30:00Z", "2024-03-11T13:30:00Z"}) {
            // Between the two the clocks went forward.
            final long openNs = Instant.parse(opening).getEpochSecond() * 1_000_000_000L;
            indicators.onHistoricalBar(0, openNs + lengthNs, lengthNs, 100, 100, 100, 100, 1);
            assertThat(session.value()).isEqualTo(calendar.sessionAt(openNs));
            assertThat(minute.value()).isEqualTo(29);
        }
    }

    @Test
    void shouldFindTheSameKindOfBarsOfAnotherInstrument() {
        final BarSeries hoursOfOne = series(0, one, BarSpec.hours(1));
        final BarSeries hoursOfTwo = series(1, two, BarSpec.hours(1));
        assertThatThrownBy(() -> indicators.demand(hoursOfOne, "close@TWO"))
                .hasMessageStartingWith("demand something of TWO's own bars of this kind first");

        final Line ofTwo = indicators.demand(hoursOfTwo, "close");
        assertThat(indicators.demand(hoursOfOne, "close@TWO")).isSameAs(ofTwo);
    }

    private static BarSeries series(final int id, final Instrument instrument, final BarSpec spec) {
        return BarBuilder.of(id, instrument, spec).series();
    }

    @Test
    void shouldPairBarsOfTwoInstrumentsByTheirTime() {
        final Line difference = indicators.demand(one, "sub(close, close@TWO)");
        final Line changed = indicators.demand(one, "mom(sub(close, close@TWO), 1)");
        bar(one, 1, 500);
        assertThat(difference.isReady()).isFalse();

        bar(two, 1, 200);
        assertThat(difference.value()).isEqualTo(3);

        bar(two, 2, 100);
        bar(one, 3, 900);
        assertThat(difference.value())
                .as("no bar of one at 2, none of two at 3")
                .isEqualTo(3);
        assertThat(changed.isReady()).isFalse();

        bar(two, 3, 400);
        assertThat(difference.value()).isEqualTo(5);
        assertThat(changed.value()).as("since the last bar that both had").isEqualTo(2);
        assertThat(difference.sourceCount()).isEqualTo(2);
        assertThat(difference.sourceInstrument(0)).isSameAs(one);
        assertThat(difference.sourceInstrument(1)).isSameAs(two);
        assertThat(indicators.demand(one, "close").sourceCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "emma:15 | no indicator 'emma'; did you mean 'ema'? './reprise indicators' lists all",
                "clos | no indicator 'clos'; did you mean 'close'? './reprise indicators' lists all",
                "ema:0 | ema: period must be a whole number from 1 to 100000, not 0",
                "ema:1.5 | ema: period must be a whole number from 1 to 100000, not 1.5",
                "ema:15:16 | ema takes at most 1 numbers (ema(x=close, period=20)), not 2",
                "ema(close, high, 3) | ema takes 1 inputs (ema(x=close, period=20)), not 2",
                "macd.top | macd has no output 'top'; it has: line, signal, hist",
                "ema(close | cannot read the indicator 'ema(close': expected ')' or ',' at character 10, found the end",
                "ema:x | cannot read the indicator 'ema:x': expected a number at character 5, found 'x'",
                "ema:15 16 | cannot read the indicator 'ema:15 16': expected nothing more at character 8, found '1'",
                "15 | a number is not an indicator: 15",
                "close@THREE | no such instrument: symbol=THREE"
            })
    void shouldSayWhatIsWrongWithADemand(final String expression, final String message) {
        assertThatThrownBy(() -> indicators.demand(one, expression)).hasMessage(message);
    }

    @Test
    void shouldRefuseCircles() {
        final IndicatorCatalog catalog = IndicatorCatalog.shipped()
                .with(IndicatorSpec.named("hen", "").is("ema(egg, 2)"))
                .with(IndicatorSpec.named("egg", "").input("x", "hen").is("sma(x, 2)"));

        assertThatThrownBy(() -> new Indicators(instruments, catalog).demand(one, "hen"))
                .hasMessage("indicators depend on each other in a circle: hen -> egg -> hen");
    }

    @Test
    void shouldRefuseANameThatIsTaken() {
        final IndicatorCatalog catalog = IndicatorCatalog.shipped();
        assertThatThrownBy(() -> catalog.with(IndicatorSpec.named("ema", "").is("close")))
                .hasMessage("the name is taken: ema");
        assertThatThrownBy(() -> catalog.with(IndicatorSpec.named("close", "").is("open")))
                .hasMessage("the name is taken: close");
    }

    @Test
    void shouldRefuseAStateOfSomethingElse() {
        final StateTape tape = new StateTape();
        indicators.demand(one, "ema:15");
        indicators.exchange(StateExchange.saving(tape), NO_SERIES);
        final Indicators others = new Indicators(instruments, IndicatorCatalog.shipped());
        others.demand(one, "ema:16");

        assertThatThrownBy(() -> others.exchange(tape.reader(), NO_SERIES))
                .hasMessageContaining("ema(close@ONE,15), not ema(close@ONE,16)");
    }
}
