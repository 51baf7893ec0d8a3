package reprise.simulation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.simulation.PatientTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.VenueConfig;

/** Orders of two runs that trade at another rhythm. */
class OrderAlignmentTest {
    private static List<TrailOrder> every(final long bars) {
        final OrderTrail trail = new OrderTrail();
        final SessionPlan plan = new SessionPlan(
                "test",
                "build",
                "config",
                TestMarket.core(),
                () -> List.of(new PatientTrader("BTCUSDT", bars)),
                List.of(TestMarket.BTC),
                VenueConfig.PLAIN,
                Money.parse("100000"),
                "USDT");
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), trail);
                BarFeed feed = new BarFeed(TestMarket.btcBars(1, 605))) {
            session.run(feed, SessionProgress.SILENT);
        }
        return trail.orders();
    }

    @Test
    void shouldNameEachOrderOnceAndPutThoseOfOneTimeSideBySide() {
        final List<TrailOrder> before = every(20);
        final List<TrailOrder> after = every(25);

        final OrderAlignment alignment = OrderAlignment.of(before, after, TrailOrder::timeNs);

        final List<TrailOrder> named = new ArrayList<>();
        alignment.pairs().forEach(pair -> {
            named.add(pair.before());
            named.add(pair.after());
        });
        named.removeIf(Objects::isNull);
        assertThat(named)
                .hasSize(30 + 24)
                .doesNotHaveDuplicates()
                .containsAll(before)
                .containsAll(after);
        final long atOneTime = alignment.pairs().stream()
                .filter(pair -> pair.before() != null && pair.after() != null)
                .filter(pair -> pair.before().timeNs() == pair.after().timeNs())
                .count();
        assertThat(atOneTime).isEqualTo(6);
        assertThat(alignment.same() + alignment.changed() + alignment.onlyBefore())
                .isEqualTo(30);
        assertThat(alignment.same() + alignment.changed() + alignment.onlyAfter())
                .isEqualTo(24);
        assertThat(alignment.onlyBefore()).isPositive();
    }

    @Test
    void shouldSayThatAnOrderWasDecidedAtAnotherTimeOnly() {
        final OrderAlignment alignment = OrderAlignment.of(every(300), every(301), TrailOrder::timeNs);

        assertThat(alignment.differences())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.differs()).containsExactly(OrderDifference.Part.TIME));
        assertThat(alignment.same()).isZero();
    }

    @Test
    void shouldFindNothingBetweenARunAndItself() {
        final OrderAlignment alignment = OrderAlignment.of(every(20), every(20), TrailOrder::timeNs);

        assertThat(alignment.differences()).isEmpty();
        assertThat(alignment.same()).isEqualTo(30);
    }
}
