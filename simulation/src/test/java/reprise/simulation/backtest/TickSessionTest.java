package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.core.CoreObserver;
import reprise.number.Money;
import reprise.order.Order;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.TestMarket;
import reprise.simulation.market.SyntheticTicks;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FaultSchedule.DisconnectMode;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.VenueConfig;

/** Sessions on quotes, trades and levels, with delays and faults; every run compares the books of venue and engine at its end. */
class TickSessionTest {
    private static final long MS = 1_000_000;
    private static final VenueConfig VENUE =
            VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("-1", "5")).withShortsAndLeverageE8(3 * Money.ONE);
    private static final LatencyModel LATENCY =
            new LatencyModel(new Delay(3 * MS, MS), new Delay(20 * MS, 5 * MS), new Delay(8 * MS, 2 * MS), 42);

    private static TickFeed feed(final long seed, final long ticks) {
        return new TickFeed(List.of(
                new InstrumentTicks(
                        0,
                        new SyntheticTicks(
                                TestMarket.BTC, seed, 42_000_00, TestMarket.START_NS, 50 * MS, ticks, false, 500)),
                new InstrumentTicks(
                        1,
                        new SyntheticTicks(
                                TestMarket.ETH, seed + 1, 2_300_00, TestMarket.START_NS, 70 * MS, ticks, true, 0))));
    }

    private static SessionSummary run(
            final long seed, final VenueConfig venue, final CoreObserver observer, final PipelineConfig rings) {
        final SessionPlan plan = SimulatedSessionTest.plan(seed, venue);
        try (SimulatedSession session = rings == null
                        ? SimulatedSession.inline(plan, SessionLogs.none(), observer)
                        : SimulatedSession.onRings(plan, SessionLogs.none(), observer, rings, Pace.OF_THE_DATA);
                TickFeed feed = feed(seed, rings == null ? 3_000 : 400)) {
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    private static FaultSchedule faults(final long seed, final DisconnectMode mode) {
        return new FaultSchedule(seed, 5_000_000, 10_000_000, 30_000 * MS, 2_000 * MS, mode, seed % 2 == 0);
    }

    @Test
    void shouldKeepEqualBooksWhateverIsDelayedRefusedRepeatedOrLost() {
        final FillCounter fills = new FillCounter();
        for (long seed = 1; seed <= 24; seed++) {
            final DisconnectMode mode = DisconnectMode.values()[(int) (seed % 4)];
            run(
                    seed,
                    VENUE.withLatency(seed % 3 == 0 ? LatencyModel.NONE : LATENCY)
                            .withFaults(faults(seed, mode)),
                    fills,
                    null);
        }

        assertThat(fills.count).isGreaterThan(1_000);
    }

    @Test
    void shouldDecideTheSameWhenRunTwice() {
        final VenueConfig venue = VENUE.withLatency(LATENCY).withFaults(faults(3, DisconnectMode.DELAYED));

        final SessionSummary first = run(3, venue, CoreObserver.NONE, null);
        final SessionSummary second = run(3, venue, CoreObserver.NONE, null);

        assertThat(first.commands()).isGreaterThan(100);
        assertThat(second.commandHash()).isEqualTo(first.commandHash());
        assertThat(second.stateHash()).isEqualTo(first.stateHash());
    }

    @Test
    void shouldDecideOtherwiseWhenOnlyTheSeedOfTheDelaysIsAnother() {
        final SessionSummary first = run(3, VENUE.withLatency(LATENCY), CoreObserver.NONE, null);
        final SessionSummary second = run(
                3,
                VENUE.withLatency(new LatencyModel(LATENCY.feed(), LATENCY.orders(), LATENCY.reports(), 43)),
                CoreObserver.NONE,
                null);

        assertThat(second.stateHash()).isNotEqualTo(first.stateHash());
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void shouldDecideWhatTheBacktestDecidesWhenRunOnRingsWithDelays() {
        final VenueConfig venue = VENUE.withLatency(LATENCY).withFaults(faults(5, DisconnectMode.DELAYED));
        final SessionPlan plan = SimulatedSessionTest.plan(5, venue);
        final SessionSummary inline;
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), CoreObserver.NONE);
                TickFeed feed = feed(5, 400)) {
            inline = session.run(feed, SessionProgress.SILENT);
        }

        final SessionSummary rings =
                run(5, venue, CoreObserver.NONE, new PipelineConfig(Layout.PIPELINED, WaitPolicy.YIELDING, 1024, 1024));

        assertThat(rings.commandHash()).isEqualTo(inline.commandHash());
        assertThat(rings.stateHash()).isEqualTo(inline.stateHash());
        assertThat(rings.events()).isEqualTo(inline.events());
    }

    private static final class FillCounter implements CoreObserver {
        private int count;

        @Override
        public void onFill(
                final Order order, final long price, final long quantity, final long fee, final long timeNs) {
            count++;
        }
    }
}
