package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.market.Aggressor;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.GroupTerms;
import reprise.order.Liquidity;
import reprise.order.OrderTerms;
import reprise.port.UnjournaledLog;
import reprise.testing.Definitions;
import reprise.testkit.Allocation;

/** Signals, arbitration, sizing, every style of execution and the day-trade rules: not one byte is allocated per event. */
class IntentAllocationTest {
    private static final int ROUNDS_PER_WINDOW = 20_000;
    private static final int WARM_UP_WINDOWS = 4;
    private static final int WINDOWS = 3;

    private final FillingVenue venue = new FillingVenue();
    private final InlinePipeline pipeline = new InlinePipeline(
            IntentSession.parts(1, new UnjournaledLog(), new UnjournaledLog(), TimeSource.OF_THE_DATA, venue), true);
    private final EventPublisher events = new EventPublisher(pipeline.newOutlet());
    private long timeNs;

    @Test
    void shouldAllocateNothing() {
        venue.answers = new EventPublisher(pipeline.newOutlet());
        for (int i = 0; i < IntentSession.INSTRUMENTS; i++) {
            events.onInstrumentDefined(Definitions.anInstrument().withId(i).define());
        }
        events.onVenueConnected(1);
        events.onAccountReported(1, Money.parse("1000000"), "USD");
        for (int i = 1; i <= IntentSession.STRATEGIES; i++) {
            events.onStartRequested(i);
        }
        for (int i = 0; i < WARM_UP_WINDOWS; i++) {
            runWindow();
        }

        assertThat(Allocation.leastBytes(WINDOWS, this::runWindow)).isZero();
        assertThat(venue.submitted).isGreaterThan(10_000);
        assertThat(venue.replaced + venue.cancelled).isGreaterThan(1_000);
        pipeline.close();
    }

    private void runWindow() {
        for (int i = 0; i < ROUNDS_PER_WINDOW; i++) {
            timeNs += 10;
            events.at(timeNs);
            final long price = 95 + i % 10;
            final int instrumentId = i & 1;
            events.onBar(instrumentId, timeNs, 10, price, price + 1, price - 1, price, 50);
            events.onQuote(instrumentId, timeNs, price, 1, price + 1, 1);
            events.onTrade(instrumentId, timeNs, price, 20, Aggressor.BUYER);
            events.onClockTicked();
        }
    }

    /** Fills market orders and every second other order; accepts the rest. */
    private static final class FillingVenue implements EngineCommands {
        private EventPublisher answers;
        private long executionId;
        private long submitted;
        private long cancelled;
        private long replaced;

        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            answers.onOrderAccepted(orderId, 0);
            if (++submitted % 4 != 0) {
                answers.onOrderFilled(
                        orderId, ++executionId, 0, 100, terms.quantity(), 1, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            }
        }

        @Override
        public void submitCashOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            throw new AssertionError("nobody orders amounts");
        }

        @Override
        public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
            throw new AssertionError("nobody orders groups");
        }

        @Override
        public void cancelOrder(final long orderId, final int instrumentId) {
            cancelled++;
            answers.onOrderCancelled(orderId, 0);
        }

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {
            replaced++;
            answers.onOrderReplaced(orderId, 0, quantity, limitPrice, 0);
        }

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {
            answers.onOrderNotFound(orderId, 0);
        }

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {
            throw new AssertionError("nothing is unclear");
        }
    }
}
