package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.message.EngineEvents;
import reprise.message.Outlet;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.VenueConfig;

class BarFeedTest {
    private static BarList bars(final long periodNs, final long... openTimes) {
        final BarList bars = new BarList(periodNs);
        for (final long openTime : openTimes) {
            bars.bar(openTime, 1, 1, 1, 1, 1);
        }
        return bars;
    }

    private static List<String> steps(final BarFeed feed) {
        final List<String> steps = new ArrayList<>();
        while (feed.next()) {
            steps.add(feed.timeNs() + (feed.isOpening() ? " opens " : " closes ") + feed.instrumentId());
        }
        return steps;
    }

    @Test
    void shouldCloseBarsBeforeOthersOpenAndOrderTiesByInstrument() {
        final BarFeed feed = new BarFeed(List.of(
                new InstrumentBars(1, bars(10, 0, 10, 20)),
                new InstrumentBars(0, bars(10, 0, 10)),
                new InstrumentBars(2, bars(10, 5))));

        assertThat(feed.firstTimeNs()).isZero();
        assertThat(steps(feed))
                .containsExactly(
                        "0 opens 0",
                        "0 opens 1",
                        "5 opens 2",
                        "10 closes 0",
                        "10 closes 1",
                        "10 opens 0",
                        "10 opens 1",
                        "15 closes 2",
                        "20 closes 0",
                        "20 closes 1",
                        "20 opens 1",
                        "30 closes 1");
    }

    @Test
    void shouldOpenAndCloseABarInOneStepWhenNothingIsBetween() {
        final BarFeed feed = new BarFeed(
                List.of(new InstrumentBars(0, bars(10, 0, 10, 30, 50, 70)), new InstrumentBars(1, bars(5, 30, 55))));
        final SimulatedVenue venue =
                new SimulatedVenue(VenueConfig.PLAIN, TestMarket.INSTRUMENTS, 0, "USDT", new SilentOutlet());
        final List<String> steps = new ArrayList<>();
        while (feed.next()) {
            assertThat(feed.deliverJoined(venue)).isTrue();
            steps.add(feed.timeNs() + (feed.isOpening() ? " opens " : " closes ") + feed.instrumentId());
        }

        assertThat(steps)
                .containsExactly(
                        "10 closes 0",
                        "20 closes 0",
                        "30 opens 0",
                        "35 closes 1",
                        "40 closes 0",
                        "50 opens 0",
                        "55 opens 1",
                        "60 closes 0",
                        "60 closes 1",
                        "80 closes 0");
    }

    @Test
    void shouldOpenOnlyTheShortestBarsWhenAnInstrumentHasSeveralLengths() {
        final BarFeed feed = new BarFeed(
                List.of(new InstrumentBars(0, bars(20, 0, 20)), new InstrumentBars(0, bars(10, 0, 10, 20, 30))));

        assertThat(steps(feed))
                .containsExactly(
                        "0 opens 0",
                        "10 closes 0",
                        "10 opens 0",
                        "20 closes 0",
                        "20 closes 0",
                        "20 opens 0",
                        "30 closes 0",
                        "30 opens 0",
                        "40 closes 0",
                        "40 closes 0");
    }

    @Test
    void shouldChainFilesWhenTheyFollowEachOther() {
        final BarFeed feed =
                new BarFeed(List.of(new InstrumentBars(0, bars(10, 20, 30)), new InstrumentBars(0, bars(10, 0, 10))));

        assertThat(steps(feed))
                .containsExactly(
                        "0 opens 0",
                        "10 closes 0",
                        "10 opens 0",
                        "20 closes 0",
                        "20 opens 0",
                        "30 closes 0",
                        "30 opens 0",
                        "40 closes 0");
    }

    @Test
    void shouldBeEmptyWhenNoSourceHasABar() {
        final BarFeed feed = new BarFeed(List.of(new InstrumentBars(0, bars(10))));

        assertThat(feed.isEmpty()).isTrue();
        assertThat(feed.next()).isFalse();
        assertThat(feed.firstTimeNs()).isZero();
    }

    private static BarFeed warmed(final Warmup warmup, final BarList... sources) {
        final List<InstrumentBars> inputs = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            inputs.add(new InstrumentBars(i, sources[i]));
        }
        return new BarFeed(inputs, warmup);
    }

    /** Instrument and closing time of each historical bar, in the order in which they are told. */
    private static List<String> history(final BarFeed feed) {
        final List<String> told = new ArrayList<>();
        final EngineEvents events = (EngineEvents) Proxy.newProxyInstance(
                BarFeedTest.class.getClassLoader(), new Class<?>[] {EngineEvents.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("onHistoricalBar");
                    told.add(arguments[0] + " " + arguments[1]);
                    return null;
                });
        assertThat(feed.tellHistory(events)).isEqualTo(told.size());
        return told;
    }

    @Test
    void shouldTradeWhenEverySourceHasHadItsHistory() {
        final BarFeed feed =
                warmed(new Warmup(2, 0), bars(10, 0, 10, 20, 30, 40), bars(20, 0, 20, 40), bars(10, 5, 15, 25, 35));

        // The second instrument has its two bars at 40; the third's bar from 35 to 45 had begun then.
        assertThat(feed.firstTimeNs()).isEqualTo(40);
        assertThat(history(feed)).containsExactly("1 20", "2 25", "0 30", "2 35", "0 40", "1 40");
        assertThat(steps(feed))
                .containsExactly("40 opens 0", "40 opens 1", "45 closes 2", "50 closes 0", "60 closes 1");
    }

    @Test
    void shouldTradeFromATimeOnAndKeepTheLastBarsBeforeIt() {
        final BarFeed all = warmed(new Warmup(0, 30), bars(10, 0, 10, 20, 30));
        assertThat(history(all)).containsExactly("0 10", "0 20", "0 30");
        assertThat(steps(all)).containsExactly("30 opens 0", "40 closes 0");

        final BarFeed last = warmed(new Warmup(2, 35), bars(10, 0, 10, 20, 30, 40));
        assertThat(history(last)).containsExactly("0 20", "0 30");
        assertThat(last.firstTimeNs()).isEqualTo(35);
        assertThat(steps(last)).containsExactly("40 closes 0", "40 opens 0", "50 closes 0");
    }

    @Test
    void shouldSayHowMuchHistoryThereIs() {
        final BarFeed feed = warmed(new Warmup(5, 0), bars(10, 0, 10, 20));

        assertThat(feed.isEmpty()).isTrue();
        assertThat(feed.historyCount(0)).isEqualTo(3);
        assertThat(warmed(Warmup.NONE, bars(10, 0)).historyCount(0)).isZero();
    }

    @Test
    void shouldKeepAThousandBarsOfHistoryInOrder() {
        final BarList source = new BarList(10);
        for (int i = 0; i < 5_000; i++) {
            source.bar(10L * i, 1, 1, 1, 1, 1);
        }
        final List<String> told = history(warmed(new Warmup(1_000, 40_000), source));

        assertThat(told).hasSize(1_000).startsWith("0 30010").endsWith("0 40000");
    }

    /** Nobody listens. */
    private static final class SilentOutlet implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            // nobody listens
        }
    }
}
