package reprise.simulation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.pipeline.OrdersAtStop;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.venue.VenueConfig;
import reprise.simulation.venue.VenueTally;

/** An engine that is stopped in good order leaves what it was told to leave, and the next one trades on. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StoppedSessionTest {
    private static final SessionPlan PLAN = RemoteSessionTest.plan(31, VenueConfig.PLAIN);
    private static final int BARS = 120;

    @TempDir
    private Path directory;

    private final RecordedEvents events = new RecordedEvents();
    private final RecordedEvents commands = new RecordedEvents();
    private final List<String> working = new ArrayList<>();

    /** Stops at an order that is working and would not close anything, once there is a position. */
    private final class StopAtAnOrder implements CoreObserver {
        private final OrdersAtStop orders;
        private RemoteSession session;
        private boolean asked;

        StopAtAnOrder(final OrdersAtStop orders) {
            this.orders = orders;
        }

        @Override
        public void onOrder(final Order order, final long timeNs) {
            final EngineCore core = session.core();
            if (!asked
                    && order.state() == OrderState.NEW
                    && core.portfolio().net(0).quantity() != 0) {
                asked = true;
                session.stop(orders);
            }
        }
    }

    private RemoteSession session(final Path socket, final CoreObserver observer) {
        return new RemoteSession(PLAN, new SessionLogs(events, commands), observer, null, socket);
    }

    @ParameterizedTest
    @EnumSource(OrdersAtStop.class)
    void shouldLeaveWhatItShouldAndTradeOnWhenStartedAgain(final OrdersAtStop orders) throws Exception {
        try (RunningVenue venue =
                new RunningVenue(directory.resolve("venue"), PLAN, TestMarket.bars(31, BARS), List.of())) {
            final StopAtAnOrder stopping = new StopAtAnOrder(orders);
            final int ordersBefore;
            try (RemoteSession session = session(venue.socket(), stopping)) {
                stopping.session = session;
                final SessionSummary summary = session.run(SessionProgress.SILENT);

                assertThat(summary.stopped()).isTrue();
                assertThat(session.core().tradingStates().isStopping()).isTrue();
                assertLeft(orders, session.core());
                ordersBefore = (int) session.core().lastOrderId();
            }

            final List<byte[]> eventsBefore = new ArrayList<>(events.records());
            final List<byte[]> commandsBefore = new ArrayList<>(commands.records());
            try (RemoteSession session = session(venue.socket(), CoreObserver.NONE)) {
                session.recover(
                        RecordedEvents.reader(eventsBefore),
                        RecordedEvents.reader(commandsBefore),
                        false,
                        sequence -> {});
                final SessionSummary summary = session.run(SessionProgress.SILENT);
                final VenueTally tally = venue.tally();

                assertThat(summary.stopped()).isFalse();
                assertThat(session.core().tradingStates().isStopping()).isFalse();
                assertThat(session.core().lastOrderId()).isGreaterThan(ordersBefore + 5L);
                assertThat(tally.repeatedOrders()).isZero();
                assertThat(tally.cash()).isEqualTo(session.core().portfolio().cash());
            }
        }
    }

    private void assertLeft(final OrdersAtStop orders, final EngineCore core) {
        for (int i = 0; i < core.orders().openCount(); i++) {
            working.add(core.orders().openAt(i).state().name());
        }
        assertThat(working).isSubsetOf("NEW", "PARTIALLY_FILLED", "HELD");
        final boolean isFlat = core.portfolio().net(0).quantity() == 0
                && core.portfolio().net(1).quantity() == 0
                && core.portfolio().net(2).quantity() == 0;
        switch (orders) {
            case LEAVE -> assertThat(working).isNotEmpty();
            case CANCEL -> assertThat(isFlat).isFalse();
            default -> {
                assertThat(working).isEmpty();
                assertThat(isFlat).isTrue();
            }
        }
    }
}
