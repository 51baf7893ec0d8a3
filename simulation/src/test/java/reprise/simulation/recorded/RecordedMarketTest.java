package reprise.simulation.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.core.CoreObserver;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.RandomTrader;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.backtest.Warmup;
import reprise.simulation.data.DataException;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.market.SyntheticTicks;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.VenueConfig;

/** A run on what another run heard is the run on the data itself. */
class RecordedMarketTest {
    private static final long MS = 1_000_000;
    private static final VenueConfig VENUE =
            VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("-1", "5")).withShortsAndLeverageE8(3 * Money.ONE);
    private static final VenueConfig SLOW_VENUE =
            VENUE.withLatency(new LatencyModel(Delay.NONE, new Delay(20 * MS, 5 * MS), new Delay(8 * MS, 2 * MS), 42));

    private static SessionSummary run(
            final long seed,
            final VenueConfig venue,
            final List<InstrumentDefinition> instruments,
            final MarketFeed feed,
            final RecordedEvents events) {
        final SessionPlan plan = new SessionPlan(
                "test",
                "build",
                "config",
                TestMarket.core(),
                () -> List.of(
                        new RandomTrader(seed, List.of("BTCUSDT", "ETHUSDT"), 10_000),
                        new RandomTrader(seed + 1, List.of("ETHUSDT"), 10_000)),
                instruments,
                venue,
                Money.parse("100000"),
                "USDT");
        final SessionLogs none = SessionLogs.none();
        final SessionLogs logs =
                events == null ? none : new SessionLogs(events, none.commands(), none.checkpoint(), none.stalls());
        try (SimulatedSession session = SimulatedSession.inline(plan, logs, CoreObserver.NONE);
                feed) {
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    private static TickFeed ticks(final long seed, final long count) {
        return new TickFeed(List.of(
                new InstrumentTicks(
                        0,
                        new SyntheticTicks(
                                TestMarket.BTC, seed, 42_000_00, TestMarket.START_NS, 50 * MS, count, false, 500)),
                new InstrumentTicks(
                        1,
                        new SyntheticTicks(
                                TestMarket.ETH, seed + 1, 2_300_00, TestMarket.START_NS, 70 * MS, count, true, 0))));
    }

    private static RecordedMarket market(final RecordedEvents events, final List<InstrumentDefinition> wanted) {
        return RecordedMarket.read(new MemoryReader(events.reader()), wanted, "journal");
    }

    private static RecordedEvents recordedBars(final long bars) {
        final RecordedEvents events = new RecordedEvents();
        run(1, VENUE, TestMarket.INSTRUMENTS, new BarFeed(TestMarket.bars(1, bars)), events);
        return events;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 150})
    void shouldDecideOnRecordedBarsWhatWasDecidedOnThese(final int warmup) {
        for (long seed = 1; seed <= 2; seed++) {
            final RecordedEvents events = new RecordedEvents();
            final Warmup history = new Warmup(warmup, 0);
            final SessionSummary first = run(
                    seed, SLOW_VENUE, TestMarket.INSTRUMENTS, new BarFeed(TestMarket.bars(seed, 600), history), events);

            final RecordedMarket market = market(events, TestMarket.INSTRUMENTS);
            final SessionSummary again = run(
                    seed,
                    SLOW_VENUE,
                    TestMarket.INSTRUMENTS,
                    new BarFeed(market.bars(() -> new MemoryReader(events.reader())), history),
                    null);

            assertThat(market.hasTicks()).isFalse();
            assertThat(market.historyCount(0)).isEqualTo(warmup);
            assertThat(first.commands()).isGreaterThan(100);
            assertThat(again.commandHash()).isEqualTo(first.commandHash());
            assertThat(again.stateHash()).isEqualTo(first.stateHash());
        }
    }

    @Test
    void shouldTellBarsOfSeveralLengthsApart() {
        final Supplier<BarFeed> original = () -> {
            final List<InstrumentBars> bars = new ArrayList<>(TestMarket.bars(5, 600));
            bars.add(new InstrumentBars(
                    0,
                    new SyntheticMarket(6, 120, 5 * TestMarket.MINUTE_NS, TestMarket.START_NS)
                            .bars(TestMarket.BTC, 42_000_00)));
            return new BarFeed(bars);
        };
        final RecordedEvents events = new RecordedEvents();
        final SessionSummary first = run(5, VENUE, TestMarket.INSTRUMENTS, original.get(), events);

        final List<InstrumentBars> recorded =
                market(events, TestMarket.INSTRUMENTS).bars(() -> new MemoryReader(events.reader()));
        final SessionSummary again = run(5, VENUE, TestMarket.INSTRUMENTS, new BarFeed(recorded), null);

        assertThat(recorded).hasSize(4);
        assertThat(first.bars()).isEqualTo(3 * 600 + 120);
        assertThat(again.commandHash()).isEqualTo(first.commandHash());
        assertThat(again.stateHash()).isEqualTo(first.stateHash());
    }

    @Test
    void shouldDecideOnRecordedTicksWhatWasDecidedOnThese() {
        final List<InstrumentDefinition> both = List.of(TestMarket.BTC, TestMarket.ETH);
        for (long seed = 1; seed <= 2; seed++) {
            final RecordedEvents events = new RecordedEvents();
            final SessionSummary first = run(seed, SLOW_VENUE, both, ticks(seed, 1_500), events);

            final RecordedMarket market = market(events, both);
            final SessionSummary again =
                    run(seed, SLOW_VENUE, both, market.feed(new MemoryReader(events.reader())), null);

            assertThat(market.hasTicks()).isTrue();
            assertThat(first.commands()).isGreaterThan(100);
            assertThat(again.commandHash()).isEqualTo(first.commandHash());
            assertThat(again.stateHash()).isEqualTo(first.stateHash());
        }
    }

    @Test
    void shouldMoveTheMarketWhenTheEngineHeardOfItIfTheFeedWasSlow() {
        final LatencyModel slowFeed = new LatencyModel(new Delay(300 * MS, 0), Delay.NONE, Delay.NONE, 1);
        final List<InstrumentDefinition> both = List.of(TestMarket.BTC, TestMarket.ETH);
        final RecordedEvents events = new RecordedEvents();
        run(1, VENUE.withLatency(slowFeed), both, ticks(1, 500), events);
        final List<Long> sent = new ArrayList<>();
        try (TickFeed feed = ticks(1, 500)) {
            while (feed.next()) {
                sent.add(feed.timeNs());
            }
        }

        final List<Long> heard = new ArrayList<>();
        try (MarketFeed feed = market(events, both).feed(new MemoryReader(events.reader()))) {
            while (feed.next()) {
                heard.add(feed.timeNs() - 300 * MS);
            }
        }

        assertThat(heard).isEqualTo(sent);
    }

    @Test
    void shouldTellPricesAndQuantitiesInTheDecimalsOfTheRun() {
        final RecordedEvents events = recordedBars(300);
        final InstrumentDefinition finer =
                new InstrumentDefinition(0, 1, "ETHUSDT", "ETH", "USDT", 5, 6, 1_000, 1_000, 0);

        final List<InstrumentBars> bars = market(events, List.of(finer)).bars(() -> new MemoryReader(events.reader()));

        final BarSource recorded = bars.get(0).source();
        final BarSource original = TestMarket.bars(1, 300).get(1).source();
        int count = 0;
        while (original.next()) {
            count++;
            assertThat(recorded.next()).isTrue();
            assertThat(recorded.openTimeNs()).isEqualTo(original.openTimeNs());
            assertThat(recorded.closeTimeNs()).isEqualTo(original.closeTimeNs());
            assertThat(recorded.openPrice()).isEqualTo(original.openPrice() * 1_000);
            assertThat(recorded.closePrice()).isEqualTo(original.closePrice() * 1_000);
            assertThat(recorded.volume()).isEqualTo(original.volume() * 100);
        }
        assertThat(recorded.next()).isFalse();
        assertThat(count).isEqualTo(300);
        assertThat(bars).hasSize(1);
    }

    @Test
    void shouldRefuseDecimalsThatWouldLoseSomething() {
        final RecordedEvents events = recordedBars(50);
        final InstrumentDefinition coarser = new InstrumentDefinition(0, 1, "ETHUSDT", "ETH", "USDT", 1, 4, 1, 10, 0);

        assertThatThrownBy(() -> market(events, List.of(coarser)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("journal: ETHUSDT at 2024-01-01T00:")
                .hasMessageContaining("does not fit the 1 decimals")
                .hasMessageEndingWith("set instruments.ETHUSDT.priceDecimals=2");
    }

    @Test
    void shouldNameTheInstrumentsOfBothSidesIfOneIsMissing() {
        final RecordedEvents events = recordedBars(5);
        final InstrumentDefinition other = new InstrumentDefinition(1, 1, "SOLUSDT", "SOL", "USDT", 2, 2, 1, 1, 0);

        assertThatThrownBy(() -> market(events, List.of(TestMarket.BTC, other)))
                .isInstanceOf(DataException.class)
                .hasMessage("journal: nothing of the market of SOLUSDT; the configuration has BTCUSDT, SOLUSDT,"
                        + " the recording has BTCUSDT, ETHUSDT, DOGEUSDT");
    }
}
