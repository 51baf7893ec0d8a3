package reprise.simulation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.number.Money;
import reprise.simulation.PatientTrader;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FaultSchedule.DisconnectMode;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** Whatever two runs did, what they earned differs by the parts that are named, to the last unit. */
class ParityTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final VenueConfig VENUE =
            VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("-1", "5")).withShortsAndLeverageE8(3 * Money.ONE);
    private static final LatencyModel SLOW =
            new LatencyModel(Delay.NONE, new Delay(70 * SECOND, 30 * SECOND), new Delay(8 * MS, 2 * MS), 42);

    private static FillTrail run(final long seed, final VenueConfig venue, final List<Strategy> strategies) {
        final SessionPlan plan = new SessionPlan(
                "test",
                "build",
                "config",
                TestMarket.core(),
                () -> strategies,
                TestMarket.INSTRUMENTS,
                venue,
                Money.parse("100000"),
                "USDT");
        final FillTrail trail = new FillTrail();
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), trail);
                BarFeed feed = new BarFeed(TestMarket.bars(seed, 600))) {
            trail.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
        }
        return trail;
    }

    private static FillTrail random(final long seed, final VenueConfig venue) {
        return run(
                seed,
                venue,
                List.of(
                        new RandomTrader(seed, List.of("BTCUSDT", "ETHUSDT"), 10_000),
                        new RandomTrader(seed + 1, List.of("ETHUSDT", "DOGEUSDT"), 10_000)));
    }

    private static FillTrail patient(final VenueConfig venue) {
        return run(1, venue, List.of(new PatientTrader("BTCUSDT", 20)));
    }

    private static FaultSchedule faults(final long seed) {
        return new FaultSchedule(
                seed, 5_000_000, 10_000_000, 3_600 * SECOND, 200 * SECOND, DisconnectMode.DELAYED, true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAddUpToTheLastUnitWhateverBothRunsDid(final long seed) {
        final FeeSchedule fees = FeeSchedule.ofBasisPoints("2", "7");
        final VenueConfig other = VENUE.withFees(seed % 3 == 0 ? fees.inBaseAsset() : fees)
                .withLatency(seed % 2 == 0 ? SLOW : LatencyModel.NONE)
                .withFaults(faults(seed));
        final FillTrail live = random(seed, other);
        final FillTrail simulated = random(seed, VENUE);

        for (final ToLongFunction<TrailOrder> moment :
                List.<ToLongFunction<TrailOrder>>of(TrailOrder::barsBefore, TrailOrder::timeNs)) {
            final Parity parity = Parity.of(live, simulated, moment);

            assertThat(parity.residual()).isZero();
            assertThat(parity.orders().stream()
                            .mapToLong(order -> order.parts().sum())
                            .sum())
                    .isEqualTo(live.pnl() - simulated.pnl());
            assertThat(parity.orders())
                    .allSatisfy(
                            order -> assertThat(order.parts().sum()).isEqualTo(order.livePnl() - order.simulatedPnl()));
            assertThat(parity.parts().fee()).isNotZero();
            assertThat(parity.orders().size()).isGreaterThan(300);
        }
    }

    @Test
    void shouldFindNoDifferenceBetweenARunAndItself() {
        final Parity parity = Parity.of(random(3, VENUE), random(3, VENUE), TrailOrder::barsBefore);

        assertThat(parity.orders()).hasSizeGreaterThan(300).allSatisfy(order -> {
            assertThat(order.parts()).isEqualTo(PnlParts.NONE);
            assertThat(order.live()).isNotNull();
            assertThat(order.simulated()).isNotNull();
        });
    }

    @Test
    void shouldLayOtherFeesToFeesAlone() {
        final FillTrail live = patient(VENUE.withFees(FeeSchedule.ofBasisPoints("3", "9")));
        final FillTrail simulated = patient(VENUE);

        final PnlParts parts =
                Parity.of(live, simulated, TrailOrder::barsBefore).parts();

        final long fees = simulated.fills().stream().mapToLong(TrailFill::fee).sum()
                - live.fills().stream().mapToLong(TrailFill::fee).sum();
        assertThat(fees).isNegative();
        assertThat(parts).isEqualTo(new PnlParts(0, 0, fees, 0, 0, 0));
    }

    @Test
    void shouldLayWorsePricesToPriceAlone() {
        final FillTrail live =
                patient(VENUE.withSlippageE8(4 * FeeSchedule.BASIS_POINT_E8).withFees(FeeSchedule.FREE));

        final PnlParts parts = Parity.of(live, patient(VENUE.withFees(FeeSchedule.FREE)), TrailOrder::barsBefore)
                .parts();

        assertThat(parts.price()).isNegative();
        assertThat(parts).isEqualTo(new PnlParts(parts.price(), 0, 0, 0, 0, 0));
    }

    @Test
    void shouldLayWhatComesOfALaterFillToLatencyAndPrice() {
        final FillTrail live = patient(VENUE.withLatency(SLOW));

        final Parity parity = Parity.of(live, patient(VENUE), TrailOrder::barsBefore);

        assertThat(parity.parts().latency()).isNotZero();
        assertThat(parity.parts().missing()).isZero();
        assertThat(parity.parts().reject()).isZero();
    }

    @Test
    void shouldLayWhatTheVenueRefusedToRejects() {
        final FaultSchedule refusing =
                new FaultSchedule(1, Money.ONE, 0, 0, 0, DisconnectMode.COMMANDS_AND_ANSWERS_LOST, true);
        final FillTrail live = patient(VENUE.withFaults(refusing));
        final FillTrail simulated = patient(VENUE);

        final Parity parity = Parity.of(live, simulated, TrailOrder::barsBefore);

        assertThat(live.fills()).isEmpty();
        assertThat(parity.livePnl()).isZero();
        assertThat(parity.parts().reject()).isNotZero();
        assertThat(parity.parts().price()).isZero();
        assertThat(parity.parts().latency()).isZero();
    }
}
