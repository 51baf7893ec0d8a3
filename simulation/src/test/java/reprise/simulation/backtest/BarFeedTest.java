package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.simulation.BarList;

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
}
