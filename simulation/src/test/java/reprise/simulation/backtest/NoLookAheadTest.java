package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.core.CoreObserver;
import reprise.number.Money;
import reprise.order.Order;
import reprise.simulation.BarList;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.market.BarSource;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.VenueConfig;

class NoLookAheadTest {
    private static final int BARS = 600;
    private static final VenueConfig VENUE =
            VenueConfig.PLAIN.withMaxParticipationE8(500_000).withShortsAndLeverageE8(3 * Money.ONE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFillOnlyAtPricesOfBarsThatOpenedAfterTheOrderCame(final long seed) {
        final List<Fill> fills = new ArrayList<>();
        run(VENUE, seed, BARS, new RecordedEvents(), new RecordedEvents(), new CoreObserver() {
            @Override
            public void onFill(
                    final Order order, final long price, final long quantity, final long fee, final long timeNs) {
                fills.add(new Fill(order.instrumentId(), order.createdTimeNs(), timeNs, price));
            }
        });

        assertThat(fills).hasSizeGreaterThan(100);
        for (final Fill fill : fills) {
            assertThat(isHonest(fill, seed)).as("seed=%d, %s", seed, fill).isTrue();
        }
    }

    private record Fill(int instrumentId, long orderedNs, long timeNs, long price) {}

    private static boolean isHonest(final Fill fill, final long seed) {
        try (BarSource bars =
                TestMarket.bars(seed, BARS).get(fill.instrumentId()).source()) {
            while (bars.next()) {
                final boolean atOpen = bars.openTimeNs() == fill.timeNs() && bars.openPrice() == fill.price();
                final boolean within = bars.closeTimeNs() == fill.timeNs()
                        && bars.lowPrice() <= fill.price()
                        && fill.price() <= bars.highPrice();
                if (bars.openTimeNs() >= fill.orderedNs() && (atOpen || within)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"1, NEXT_OPEN", "2, NEXT_OPEN", "3, NEXT_OPEN", "4, NEXT_OPEN", "1, SAME_CLOSE", "2, SAME_CLOSE"})
    void shouldDecideTheSameUpToThereWhenTheFutureIsCutOff(final long seed, final MarketFill marketFill) {
        final VenueConfig venue = VENUE.withMatching(MatchingRules.PLAIN.withMarketFill(marketFill));
        final RecordedEvents events = new RecordedEvents();
        final RecordedEvents commands = new RecordedEvents();
        run(venue, seed, BARS, events, commands, CoreObserver.NONE);

        for (int bars = 50; bars < BARS; bars += 137) {
            final RecordedEvents earlierEvents = new RecordedEvents();
            final RecordedEvents earlierCommands = new RecordedEvents();
            run(venue, seed, bars, earlierEvents, earlierCommands, CoreObserver.NONE);

            assertIsPrefix(earlierEvents.records(), events.records());
            assertIsPrefix(earlierCommands.records(), commands.records());
        }
    }

    private static void assertIsPrefix(final List<byte[]> prefix, final List<byte[]> all) {
        assertThat(prefix).isNotEmpty().hasSizeLessThan(all.size());
        for (int i = 0; i < prefix.size(); i++) {
            assertThat(prefix.get(i)).as("record %d", i + 1).isEqualTo(all.get(i));
        }
    }

    private static void run(
            final VenueConfig venue,
            final long seed,
            final int bars,
            final RecordedEvents events,
            final RecordedEvents commands,
            final CoreObserver observer) {
        final List<InstrumentBars> inputs = new ArrayList<>();
        for (final InstrumentBars input : TestMarket.bars(seed, BARS)) {
            inputs.add(new InstrumentBars(
                    input.instrumentId(), BarList.copyOf(input.source(), TestMarket.MINUTE_NS, bars)));
        }
        try (SimulatedSession session = SimulatedSession.inline(
                        SimulatedSessionTest.plan(seed, venue), new SessionLogs(events, commands), observer);
                BarFeed feed = new BarFeed(inputs)) {
            session.run(feed, SessionProgress.SILENT);
        }
    }
}
