package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.core.BarsEngine.Listener;
import reprise.indicator.Line;
import reprise.market.Aggressor;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.number.Money;
import reprise.risk.RiskLimits;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.ArrayOutlet;
import reprise.testing.RecordedLog;
import reprise.time.EngineClock;

/** Bars that are built of trades, while a stream of trades is away and after what it missed was fetched. */
class InterruptedTradesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long T0 = 20_000 * 86_400 * SECOND;

    private static final BarSpec[] SPECS = {
        BarSpec.seconds(1),
        BarSpec.minutes(1),
        BarSpec.minutes(1).withCloseDelay(300_000_000L),
        BarSpec.ticks(7),
        BarSpec.volume(300),
        BarSpec.dollars(Money.parse("3000")),
    };

    private final List<String> heard = new ArrayList<>();

    private static void trade(final BarsEngine engine, final long timeNs, final long price, final long quantity) {
        engine.events.at(timeNs).onTrade(0, timeNs, price, quantity, Aggressor.UNKNOWN);
    }

    private static void past(final BarsEngine engine, final long timeNs, final long price, final long quantity) {
        engine.events.onHistoricalTrade(0, timeNs, price, quantity, Aggressor.UNKNOWN);
    }

    /** Sums of everything about every bar, so that they differ if any bar does. */
    private static final class Sums implements Strategy {
        private static final String[] EXPRESSIONS = {
            "ema_first(close, 500)",
            "obv",
            "ema_first(high, 500)",
            "ema_first(low, 500)",
            "ema_first(open, 500)",
            "ema_first(volume, 500)"
        };

        private final List<BarSeries> series = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        @Override
        public void onStart(final StrategyContext context) {
            for (final BarSpec spec : SPECS) {
                series.add(context.subscribe(context.instrument("I0"), spec));
            }
            for (final BarSeries one : series) {
                for (final String expression : EXPRESSIONS) {
                    lines.add(context.indicator(one, expression));
                }
            }
        }

        List<String> values() {
            final List<String> values = new ArrayList<>();
            series.forEach(one -> values.add(one.spec().label() + " " + one.count() + " " + one.inputCount() + " "
                    + one.bar().closeTimeNs() + " " + one.bar().open() + " "
                    + one.bar().volume()));
            lines.forEach(line -> values.add(line.isReady() ? String.valueOf(line.value()) : "-"));
            return values;
        }

        @Override
        public void onRestore(final StrategyContext context) {
            onStart(context);
        }

        @Override
        public void exchange(final StateExchange state) {
            // Nothing that decides.
        }
    }

    private record Print(long timeNs, long price, long quantity) {}

    private static List<Print> market(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Print> prints = new ArrayList<>();
        long timeNs = T0;
        long price = 10_000;
        for (int i = 0; i < 3_000; i++) {
            timeNs += random.nextInt(40) == 0 ? random.nextLong(90 * SECOND) : random.nextLong(2 * SECOND);
            price = Math.max(100, price + random.nextInt(-20, 21));
            prints.add(new Print(timeNs, price, 1 + random.nextLong(100)));
        }
        return prints;
    }

    /** The stream is away for some time, but for moments; it comes back, and later, in parts, what it missed is told. */
    private static void interrupted(
            final BarsEngine engine, final List<Print> market, final SplittableRandom random, final int lost) {
        final int back = lost + 1 + random.nextInt(400);
        final int filled = back + random.nextInt(60);
        final Queue<Print> missed = new ArrayDeque<>();
        for (int i = 0; i < market.size(); i++) {
            final Print print = market.get(i);
            if (i == lost) {
                engine.events.onTradesInterrupted(0, print.timeNs());
            }
            if (i < lost || i >= back || random.nextInt(4) == 0) {
                trade(engine, print.timeNs(), print.price(), print.quantity());
            } else {
                engine.events.at(print.timeNs()).onClockTicked();
                missed.add(print);
            }
            for (int told = random.nextInt(40); i >= back && !missed.isEmpty() && (told > 0 || i >= filled); told--) {
                final Print late = missed.remove();
                past(engine, late.timeNs(), late.price(), late.quantity());
            }
            if (i == filled) {
                engine.events.onTradesResumed(0, print.timeNs());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldBuildTheBarsOfAnUninterruptedStream(final long seed) {
        final List<Print> market = market(seed);
        final Sums whole = new Sums();
        final Sums mended = new Sums();
        try (BarsEngine one = BarsEngine.inline(whole);
                BarsEngine other = BarsEngine.inline(mended)) {
            market.forEach(print -> trade(one, print.timeNs(), print.price(), print.quantity()));
            final SplittableRandom random = new SplittableRandom(seed);
            interrupted(other, market, random, 1 + random.nextInt(2_400));

            assertThat(mended.values()).isEqualTo(whole.values());
        }
    }

    @Test
    void shouldGoOnWithMarksAndStrategiesAndHoldBarsBack() {
        final BarsEngine engine = BarsEngine.inline(new Listener(heard, "I0", true, BarSpec.ticks(2)));

        trade(engine, T0, 100, 1);
        engine.events.at(T0 + SECOND).onTradesInterrupted(0, T0 + SECOND);
        trade(engine, T0 + 9 * SECOND, 109, 1);
        trade(engine, T0 + 10 * SECOND, 110, 1);

        assertThat(heard)
                .containsExactly(
                        "s1 trade 100 at " + T0,
                        "s1 trade 109 at " + (T0 + 9 * SECOND),
                        "s1 trade 110 at " + (T0 + 10 * SECOND));
        assertThat(engine.pipeline.core().instruments().get(0).markPrice()).isEqualTo(110);

        heard.clear();
        past(engine, T0 + 5 * SECOND, 5_000, 1);
        past(engine, T0 + 6 * SECOND, 1, 1);
        engine.events.onTradesResumed(0, T0 + 10 * SECOND);

        assertThat(heard).isEmpty();
        assertThat(engine.pipeline.core().instruments().get(0).markPrice()).isEqualTo(110);
        assertThat(engine.pipeline.core().instruments().get(0).lastTradePrice()).isEqualTo(110);
    }

    @Test
    void shouldTellOfTheFirstBarThatIsNotOverAndHoldAllItsTrades() {
        final BarsEngine engine =
                BarsEngine.inline(new Listener(heard, "I0", false, BarSpec.minutes(1), BarSpec.ticks(4)));

        trade(engine, T0 + 50 * SECOND, 100, 1);
        engine.events.onTradesInterrupted(0, T0 + 50 * SECOND);
        trade(engine, T0 + 190 * SECOND, 104, 16);
        past(engine, T0 + 55 * SECOND, 101, 2);
        past(engine, T0 + 70 * SECOND, 102, 4);
        past(engine, T0 + 185 * SECOND, 103, 8);
        engine.events.onTradesResumed(0, T0 + 190 * SECOND);
        assertThat(heard).isEmpty();

        trade(engine, T0 + 200 * SECOND, 105, 32);
        engine.events.at(T0 + 240 * SECOND).onClockTicked();

        final long end = T0 + 240 * SECOND;
        assertThat(heard).containsExactly("s1 1m trades " + end + " c=105 v=56 counts 3 1 at " + end);
    }

    @Test
    void shouldCloseNoBarByTimeWhileTradesAreMissing() {
        final Listener listener = new Listener(heard, "I0", false, BarSpec.minutes(1));
        final BarsEngine engine = BarsEngine.inline(listener);

        trade(engine, T0 + 50 * SECOND, 100, 1);
        engine.events.onTradesInterrupted(0, T0 + 50 * SECOND);
        engine.events.at(T0 + 30 * MINUTE).onClockTicked();
        assertThat(listener.series.get(0).count()).isZero();

        past(engine, T0 + 55 * SECOND, 101, 2);
        engine.events.onTradesResumed(0, T0 + 30 * MINUTE);
        assertThat(listener.series.get(0).count()).isEqualTo(1);
        assertThat(listener.series.get(0).bar().volume()).isEqualTo(3);
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldKeepTheVolumeOfWhatBelongsToABarThatHasClosed() {
        final Listener listener = new Listener(heard, "I0", false, BarSpec.minutes(1));
        final BarsEngine engine = BarsEngine.inline(listener);

        // The stream said nothing for a while before it was known to be lost, so a bar closed without all of its
        // trades.
        trade(engine, T0 + 20 * SECOND, 100, 1);
        engine.events.at(T0 + 90 * SECOND).onTradesInterrupted(0, T0 + 90 * SECOND);
        past(engine, T0 + 40 * SECOND, 120, 2);
        past(engine, T0 + 80 * SECOND, 90, 4);
        engine.events.onTradesResumed(0, T0 + 90 * SECOND);
        engine.events.at(T0 + 120 * SECOND).onClockTicked();

        assertThat(heard)
                .containsExactly(
                        "s1 1m trades " + (T0 + MINUTE) + " c=100 v=1 counts 1 at " + (T0 + MINUTE),
                        "s1 1m trades " + (T0 + 2 * MINUTE) + " c=90 v=6 counts 2 at " + (T0 + 2 * MINUTE));
    }

    @Test
    void shouldTakeNothingInThatWasNotMissed() {
        final BarsEngine engine = BarsEngine.inline(new Listener(heard, "I0", false, BarSpec.ticks(1)));

        past(engine, T0, 100, 1);
        engine.events.at(T0).onTradesInterrupted(0, T0);
        engine.events.onTradesResumed(0, T0);
        past(engine, T0 + 1, 100, 1);
        trade(engine, T0 + 2, 101, 1);

        assertThat(heard).containsExactly("s1 1 tick trades " + (T0 + 2) + " c=101 v=1 counts 1 at " + (T0 + 2));
    }

    @Test
    void shouldWaitNoLongerWhenAnotherProcessTakesOver() {
        final Listener listener = new Listener(heard, "I0", false, BarSpec.ticks(1));
        final BarsEngine engine = BarsEngine.inline(listener);

        engine.events.at(T0).onTradesInterrupted(0, T0);
        trade(engine, T0 + 1, 100, 1);
        assertThat(listener.series.get(0).count()).isZero();
        engine.events.onRunResumed("run", "build", "config", false);

        assertThat(listener.series.get(0).count()).isEqualTo(1);
        trade(engine, T0 + 2, 101, 1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void shouldLoseNoneOfMoreThanThereIsRoomFor() {
        final Listener listener = new Listener(heard, "I0", false, BarSpec.ticks(1));
        final BarsEngine engine = BarsEngine.inline(listener);
        final int count = AwaitedTrades.CAPACITY + 10;

        engine.events.at(T0).onTradesInterrupted(0, T0);
        for (int i = 1; i <= count; i++) {
            trade(engine, T0 + i, 100, 1);
        }
        assertThat(listener.series.get(0).count()).isEqualTo(10);
        engine.events.onTradesResumed(0, T0 + count);

        assertThat(listener.series.get(0).count()).isEqualTo(count);
        assertThat(heard).isEmpty();
    }

    private static EngineCore restored(final EngineCore core, final Strategy strategy) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        final EngineCore again = fresh(strategy);
        new SnapshotReader(writer.seal()).restore(again);
        return again;
    }

    private static EngineCore fresh(final Strategy strategy) {
        final RiskLimits limits = new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 4_096);
        return new EngineCore(
                new EngineClock(), CoreConfig.with(limits), List.of(strategy), new MutedCommands(), CoreObserver.NONE);
    }

    private static void tell(final EngineCore core, final Consumer<EventPublisher> event) {
        final ArrayOutlet outlet = new ArrayOutlet();
        event.accept(new EventPublisher(outlet));
        core.beginEvent(core.sequence() + 1, core.timeNs());
        core.newDispatcher().dispatch(outlet.buffer(), 0);
        core.endEvent();
    }

    @Test
    void shouldRestoreWhatWaits() {
        final Sums before = new Sums();
        final Sums after = new Sums();
        try (BarsEngine engine = BarsEngine.inline(before)) {
            trade(engine, T0, 100, 1);
            engine.events.onTradesInterrupted(0, T0);
            for (int i = 0; i < 300; i++) {
                trade(engine, T0 + 9 * SECOND + i, 100 + i % 9, 10);
            }
            final EngineCore core = engine.pipeline.core();

            final EngineCore again = restored(core, after);
            assertThat(again.stateHash()).isEqualTo(core.stateHash());
            for (final EngineCore one : List.of(core, again)) {
                tell(one, events -> events.onHistoricalTrade(0, T0 + SECOND, 95, 7, Aggressor.UNKNOWN));
                tell(one, events -> events.onTradesResumed(0, T0 + 10 * SECOND));
            }

            assertThat(after.values()).isEqualTo(before.values());
        }
    }

    @Test
    void shouldDecideTheSameFromItsJournal() {
        final List<Print> market = market(11);
        final RecordedLog journal = new RecordedLog();
        final SplittableRandom random = new SplittableRandom(11);
        try (BarsEngine live = BarsEngine.inline(journal, new BarsEngine.Trader(500, SPECS))) {
            interrupted(live, market, random, 700);

            try (BarsEngine replayed = BarsEngine.replay(journal.records(), new BarsEngine.Trader(500, SPECS))) {
                assertThat(replayed.hashes()).isEqualTo(live.hashes());
            }
        }
    }
}
