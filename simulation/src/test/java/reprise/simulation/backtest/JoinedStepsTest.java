package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.message.EngineEvents;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.TestMarket;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.SyntheticMarket;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.SimulatedVenue;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Steps that are taken as one change nothing. */
class JoinedStepsTest {
    private static final int BARS = 900;
    private static final long QUANTITY = 2_000;
    private static final long MS = 1_000_000;
    private static final VenueConfig VENUE =
            VenueConfig.PLAIN.withMaxParticipationE8(5_000_000).withShortsAndLeverageE8(3 * Money.ONE);

    private enum Venue {
        PLAIN(VENUE),
        US(VENUE.withCalendar(TradingCalendar.US_EQUITIES)),
        SAME_CLOSE(VENUE.withMatching(MatchingRules.PLAIN.withMarketFill(MarketFill.SAME_CLOSE))),
        /** Orders and reports take less than a bar, so that they are under way at some steps and not at others. */
        SLOW(VENUE.withLatency(new LatencyModel(
                new Delay(20_000 * MS, 10_000 * MS), new Delay(15_000 * MS, 5_000 * MS), Delay.NONE, 5))),
        SLOW_FEED(VENUE.withLatency(new LatencyModel(Delay.NONE, Delay.NONE, new Delay(2_000 * MS, 500 * MS), 5))),
        FAULTY(VENUE.withFaults(new FaultSchedule(
                3,
                5_000_000,
                5_000_000,
                40 * TestMarket.MINUTE_NS,
                3 * TestMarket.MINUTE_NS,
                FaultSchedule.DisconnectMode.COMMANDS_AND_ANSWERS_LOST,
                true)));

        private final VenueConfig config;

        Venue(final VenueConfig config) {
            this.config = config;
        }
    }

    /** Counts steps, and takes each by itself if it is told to. */
    private static final class Stepped implements MarketFeed {
        private final MarketFeed feed;
        private final boolean joins;
        private long steps;

        Stepped(final MarketFeed feed, final boolean joins) {
            this.feed = feed;
            this.joins = joins;
        }

        @Override
        public long firstTimeNs() {
            return feed.firstTimeNs();
        }

        @Override
        public long tellHistory(final EngineEvents events) {
            return feed.tellHistory(events);
        }

        @Override
        public boolean next() {
            steps++;
            return feed.next();
        }

        @Override
        public long timeNs() {
            return feed.timeNs();
        }

        @Override
        public boolean deliverTo(final SimulatedVenue venue) {
            return feed.deliverTo(venue);
        }

        @Override
        public boolean deliverJoined(final SimulatedVenue venue) {
            return joins ? feed.deliverJoined(venue) : feed.deliverTo(venue);
        }

        @Override
        public boolean isBar() {
            return feed.isBar();
        }

        @Override
        public void close() {
            feed.close();
        }
    }

    /** Orders now and then, and takes back what does not fill, so that at many bars nothing waits. */
    private static final class Seldom implements Strategy {
        private final SplittableRandom random;
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;
        private long orderId;

        Seldom(final long seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument("BTCUSDT"));
        }

        @Override
        public void onBar(final Instrument instrument) {
            final Side side = Side.of(random.nextInt(2));
            final TimeInForce timeInForce = TimeInForce.of(random.nextInt(2));
            final long price = instrument.markPrice() * (9_995 + random.nextInt(11)) / 10_000;
            switch (random.nextInt(16)) {
                case 0 -> submit(request.market(instrument, side, QUANTITY, timeInForce));
                case 1 -> submit(request.limit(instrument, side, QUANTITY, price, timeInForce));
                case 2 -> submit(request.stop(instrument, side, QUANTITY, price, timeInForce));
                case 3, 4, 5, 6 -> context.cancel(orderId);
                default -> {
                    // waits
                }
            }
        }

        private void submit(final OrderRequest order) {
            context.cancel(orderId);
            context.submit(order);
            orderId = order.orderId();
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            throw new UnsupportedOperationException("is not restored");
        }

        @Override
        public void exchange(final StateExchange state) {
            state.key("orderId", orderId);
        }
    }

    private static SessionSummary run(final long seed, final VenueConfig venue, final Stepped feed) {
        final SessionPlan plan = new SessionPlan(
                "joined-" + seed,
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(new Seldom(seed)),
                TestMarket.INSTRUMENTS,
                venue,
                Money.parse("100000"),
                "USDT");
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), CoreObserver.NONE);
                feed) {
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    /** Runs with steps joined and alone, and says by how many steps they differ. */
    private static long saved(final long seed, final VenueConfig venue, final Supplier<MarketFeed> feeds) {
        final Stepped joined = new Stepped(feeds.get(), true);
        final Stepped alone = new Stepped(feeds.get(), false);
        final SessionSummary summary = run(seed, venue, joined);
        final SessionSummary expected = run(seed, venue, alone);

        assertThat(summary.commands()).isPositive();
        assertThat(summary.commandHash()).isEqualTo(expected.commandHash());
        assertThat(summary.stateHash()).isEqualTo(expected.stateHash());
        assertThat(summary.events()).isEqualTo(expected.events());
        assertThat(summary.bars()).isEqualTo(expected.bars());
        return alone.steps - joined.steps;
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeNothingForOneInstrument(final Venue venue) {
        long saved = 0;
        for (long s = 1; s <= 5; s++) {
            final long seed = s;
            saved += saved(seed, venue.config, () -> new BarFeed(TestMarket.btcBars(seed, BARS)));
        }
        assertThat(saved).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeNothingForSeveralInstrumentsAndLengthsAndAHistory(final Venue venue) {
        for (long s = 1; s <= 5; s++) {
            final long seed = s;
            saved(seed, venue.config, () -> new BarFeed(TestMarket.bars(seed, BARS), new Warmup(30, 0)));
            assertThat(saved(seed, venue.config, () -> new BarFeed(List.of(btc(seed, 1), btc(seed, 5)))))
                    .isPositive();
        }
    }

    private static InstrumentBars btc(final long seed, final int minutes) {
        final BarSource bars = new SyntheticMarket(
                        seed, BARS / minutes, minutes * TestMarket.MINUTE_NS, TestMarket.START_NS)
                .bars(TestMarket.BTC, 42_000_00);
        return new InstrumentBars(0, bars);
    }

    @Test
    void shouldMeetABarThatOverlapsAnotherOfItsInstrumentOnce() {
        final Supplier<MarketFeed> overlapping = () -> new BarFeed(List.of(
                new InstrumentBars(0, btc(1, 1).source()),
                new InstrumentBars(
                        0,
                        new SyntheticMarket(
                                        2, BARS, TestMarket.MINUTE_NS, TestMarket.START_NS + TestMarket.MINUTE_NS / 2)
                                .bars(TestMarket.BTC, 42_000_00))));

        assertThat(saved(3, VENUE, overlapping)).isZero();
    }
}
