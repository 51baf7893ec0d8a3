package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.bar.BarInput;
import reprise.bar.BarSpec;
import reprise.core.BarsEngine.Listener;
import reprise.market.Aggressor;
import reprise.number.Money;

class BuiltBarsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long T0 = 20_000 * 86_400 * SECOND;

    private final List<String> heard = new ArrayList<>();

    private static void trade(final BarsEngine engine, final long timeNs, final long price, final long quantity) {
        engine.events.at(timeNs).onTrade(0, timeNs, price, quantity, Aggressor.UNKNOWN);
    }

    @Test
    void shouldCloseWithTheFirstEventAtOrAfterItsEndThoughNothingTraded() {
        final BarsEngine engine =
                BarsEngine.inline(new Listener(heard, "I0", false, BarSpec.minutes(1), BarSpec.minutes(5)));

        trade(engine, T0, 100, 7);
        engine.events.at(T0 + MINUTE - 1).onClockTicked();
        assertThat(heard).isEmpty();
        engine.events.at(T0 + MINUTE + SECOND).onClockTicked();
        engine.events.at(T0 + 5 * MINUTE).onQuote(1, 0, 1, 1, 2, 1);

        assertThat(heard)
                .containsExactly(
                        "s1 1m trades " + (T0 + MINUTE) + " c=100 v=7 counts 1 0 at " + (T0 + MINUTE),
                        "s1 5m trades " + (T0 + 5 * MINUTE) + " c=100 v=7 counts 1 1 at " + (T0 + 5 * MINUTE));
    }

    @Test
    void shouldBringAllBarsUpToDateBeforeItTellsOfAny() {
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", false, BarSpec.hours(1), BarSpec.minutes(5), BarSpec.minutes(1)));

        trade(engine, T0 + 59 * MINUTE, 100, 7);
        engine.events.at(T0 + 60 * MINUTE).onClockTicked();

        final long end = T0 + 60 * MINUTE;
        assertThat(heard)
                .containsExactly(
                        "s1 1h trades " + end + " c=100 v=7 counts 1 1 1 at " + end,
                        "s1 5m trades " + end + " c=100 v=7 counts 1 1 1 at " + end,
                        "s1 1m trades " + end + " c=100 v=7 counts 1 1 1 at " + end);
    }

    @Test
    void shouldTellOfEndedBarsBeforeTheTradeAndOfCompletedOnesAfterIt() {
        final BarSpec patient = BarSpec.minutes(1).withCloseDelay(SECOND);
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", true, patient, BarSpec.ticks(2)),
                new Listener(heard, "I0", false, BarSpec.ticks(2)));

        trade(engine, T0, 100, 7);
        trade(engine, T0 + MINUTE, 101, 1);

        assertThat(heard)
                .containsExactly(
                        "s1 trade 100 at " + T0,
                        "s1 1m trades " + (T0 + MINUTE) + " c=100 v=7 counts 1 0 at " + (T0 + MINUTE),
                        "s1 trade 101 at " + (T0 + MINUTE),
                        "s1 2 tick trades " + (T0 + MINUTE) + " c=101 v=8 counts 1 1 at " + (T0 + MINUTE),
                        "s2 2 tick trades " + (T0 + MINUTE) + " c=101 v=8 counts 1 at " + (T0 + MINUTE));
    }

    @Test
    void shouldCloseBarsOfBarsWithTheLastBarInThem() {
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", true, BarSpec.minutes(2).of(BarInput.BARS)));

        for (int i = 1; i <= 2; i++) {
            final long close = T0 + i * MINUTE;
            engine.events.at(close).onBar(0, close, MINUTE, 100, 110, 90, 100 + i, 5);
        }

        assertThat(heard)
                .containsExactly(
                        "s1 venue bar " + (T0 + MINUTE) + " at " + (T0 + MINUTE),
                        "s1 venue bar " + (T0 + 2 * MINUTE) + " at " + (T0 + 2 * MINUTE),
                        "s1 2m bars " + (T0 + 2 * MINUTE) + " c=102 v=10 counts 1 at " + (T0 + 2 * MINUTE));
    }

    @Test
    void shouldCloseBarsOfBarsInSilenceAfterAWhile() {
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", false, BarSpec.minutes(2).of(BarInput.BARS)));

        engine.events.at(T0 + MINUTE).onBar(0, T0 + MINUTE, MINUTE, 100, 110, 90, 101, 5);
        engine.events.at(T0 + 2 * MINUTE + 5 * SECOND - 1).onClockTicked();
        assertThat(heard).isEmpty();
        engine.events.at(T0 + 2 * MINUTE + 5 * SECOND).onClockTicked();

        assertThat(heard)
                .containsExactly(
                        "s1 2m bars " + (T0 + 2 * MINUTE) + " c=101 v=5 counts 1 at " + (T0 + 2 * MINUTE + 5 * SECOND));
    }

    @Test
    void shouldDropBarsThatAreLongerThanThoseToBeBuilt() {
        final Listener listener =
                new Listener(heard, "I0", false, BarSpec.minutes(2).of(BarInput.BARS));
        final BarsEngine engine = BarsEngine.inline(listener);

        engine.events.at(T0 + 5 * MINUTE).onBar(0, T0 + 5 * MINUTE, 5 * MINUTE, 100, 110, 90, 101, 5);
        engine.events.at(T0 + 60 * MINUTE).onClockTicked();

        assertThat(heard).isEmpty();
    }

    @Test
    void shouldBuildBarsOfTheMiddleOfSaneQuotes() {
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", false, BarSpec.ticks(2).of(BarInput.QUOTES)));

        engine.events.at(T0).onQuote(0, T0, 100, 1, 103, 1);
        engine.events.at(T0 + 1).onQuote(0, T0 + 1, 0, 0, 103, 1);
        engine.events.at(T0 + 2).onQuote(0, T0 + 2, 105, 1, 104, 1);
        trade(engine, T0 + 3, 500, 1);
        engine.events.at(T0 + 4).onQuote(0, T0 + 4, 110, 1, 112, 1);

        assertThat(heard).containsExactly("s1 2 tick quotes " + (T0 + 4) + " c=111 v=0 counts 1 at " + (T0 + 4));
    }

    @Test
    void shouldShareEqualSeriesAndTellInOrderOfRegistration() {
        final Listener first = new Listener(heard, "I0", false, BarSpec.dollars(Money.parse("10")));
        final Listener second = new Listener(
                heard, "I0", false, BarSpec.dollars(Money.parse("10")), BarSpec.dollars(Money.parse("10")));
        final BarsEngine engine = BarsEngine.inline(first, second);

        trade(engine, T0, 500, 2);

        assertThat(first.series.get(0)).isSameAs(second.series.get(0)).isSameAs(second.series.get(1));
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).startsWith("s1");
        assertThat(heard.get(1)).startsWith("s2");
    }

    @Test
    void shouldNotBelieveATimeFarAhead() {
        final BarsEngine engine = BarsEngine.inline(new Listener(heard, "I0", false, BarSpec.minutes(1)));

        trade(engine, T0, 100, 1);
        engine.events.at(T0 + SECOND).onTrade(0, T0 + 86_400 * SECOND, 101, 2, Aggressor.UNKNOWN);
        engine.events.at(T0 + 2 * SECOND).onTrade(0, 0, 102, 4, Aggressor.UNKNOWN);
        engine.events.at(T0 + MINUTE).onClockTicked();

        assertThat(heard).containsExactly("s1 1m trades " + (T0 + MINUTE) + " c=102 v=7 counts 1 at " + (T0 + MINUTE));
    }

    @Test
    void shouldKeepInstrumentsApartAndTheVenuesBarAsItIs() {
        final Listener listener = new Listener(heard, "I0", false, BarSpec.ticks(1));
        final BarsEngine engine = BarsEngine.inline(listener);

        engine.events.at(T0).onTrade(1, T0, 100, 1, Aggressor.UNKNOWN);
        assertThat(heard).isEmpty();
        trade(engine, T0 + 1, 100, 1);

        assertThat(heard).hasSize(1);
        assertThat(engine.pipeline.core().instruments().get(0).bar().closeTimeNs())
                .isZero();
    }

    private static void history(final BarsEngine engine, final long atNs, final long closeNs, final long price) {
        engine.events.at(atNs).onHistoricalBar(0, closeNs, MINUTE, price, price, price, price, 1);
    }

    private static void bar(final BarsEngine engine, final long closeNs, final long price) {
        engine.events.at(closeNs).onBar(0, closeNs, MINUTE, price, price, price, price, 1);
    }

    @Test
    void shouldBuildBarsOfHistoryAndTellOfNoneThatItEnded() {
        final BarSpec fives = BarSpec.minutes(5).of(BarInput.BARS);
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", false, fives, BarSpec.volume(4).of(BarInput.BARS)));
        final long now = T0 + 7 * MINUTE;
        for (int minute = 1; minute <= 7; minute++) {
            history(engine, now, T0 + minute * MINUTE, 100 + minute);
        }
        assertThat(heard).isEmpty();

        for (int minute = 8; minute <= 10; minute++) {
            bar(engine, T0 + minute * MINUTE, 100 + minute);
        }
        // Begun in history, and ended since: as if all had been live.
        final String eighth = " at " + (T0 + 8 * MINUTE);
        final String tenth = " at " + (T0 + 10 * MINUTE);
        assertThat(heard)
                .containsExactly(
                        "s1 4 volume bars " + (T0 + 8 * MINUTE) + " c=108 v=4 counts 1 2" + eighth,
                        "s1 5m bars " + (T0 + 10 * MINUTE) + " c=110 v=5 counts 2 2" + tenth);
    }

    @Test
    void shouldNotTellOfABarThatWasOverWhenHistoryWasToldWhateverClosesIt() {
        final BarsEngine engine = BarsEngine.inline(
                new Listener(heard, "I0", false, BarSpec.minutes(5).of(BarInput.BARS)));
        final long monday = T0 + 3 * 86_400 * SECOND;
        history(engine, monday, T0 + MINUTE, 100);

        engine.events.at(monday + 30 * SECOND).onClockTicked();
        bar(engine, monday + 5 * MINUTE, 200);

        assertThat(heard)
                .containsExactly(
                        "s1 5m bars " + (monday + 5 * MINUTE) + " c=200 v=1 counts 2 at " + (monday + 5 * MINUTE));
    }
}
