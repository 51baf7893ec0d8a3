package reprise.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.message.CommandPublisher;
import reprise.message.EngineCommands;
import reprise.message.Outlet;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.time.EngineClock;

class VenueMailboxTest {
    private final List<String> received = new ArrayList<>();
    private final VenueMailbox mailbox = new VenueMailbox();
    private final EngineCommands commands = new CommandPublisher(new MailOutlet(), new EngineClock());

    @Test
    void shouldDeliverCommandsInOrderWhenPolled() {
        mailbox.deliverTo(new Recorder());
        commands.submitOrder(
                7,
                1,
                2,
                new OrderTerms()
                        .set(Side.SELL, OrderType.LIMIT, TimeInForce.DAY, 300)
                        .limitPrice(400));
        commands.submitCashOrder(
                8,
                1,
                2,
                new OrderTerms()
                        .set(Side.BUY, OrderType.MARKET, TimeInForce.DAY, 10)
                        .cashOrderQty(900));
        commands.replaceOrder(7, 1, 2, 500, 600, 0);
        commands.queryOrder(7, 1);
        commands.cancelOrder(7, 1);
        commands.requestReconciliation(3, 7);
        assertThat(received).isEmpty();

        assertThat(mailbox.poll()).isEqualTo(6);
        assertThat(mailbox.poll()).isZero();

        assertThat(received)
                .containsExactly(
                        "submit 7 1 2 SELL LIMIT DAY 300 400",
                        "submit 8 of 900",
                        "replace 7 1 500 600",
                        "query 7 1",
                        "cancel 7 1",
                        "ask 3");
    }

    @Test
    void shouldDeliverLaterWhatIsSentWhileItIsPolled() {
        mailbox.deliverTo(new Recorder() {
            @Override
            public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
                throw new AssertionError("nobody orders groups");
            }

            @Override
            public void cancelOrder(final long orderId, final int instrumentId) {
                super.cancelOrder(orderId, instrumentId);
                if (orderId < 3) {
                    commands.cancelOrder(orderId + 1, instrumentId);
                    assertThat(received).hasSize((int) orderId);
                }
            }
        });
        commands.cancelOrder(1, 0);
        while (mailbox.poll() > 0) {
            // until nothing comes of it any more
        }

        assertThat(received).containsExactly("cancel 1 0", "cancel 2 0", "cancel 3 0");
    }

    @Test
    void shouldFailInsteadOfWaitingWhenFull() {
        mailbox.deliverTo(new Recorder());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        commands.cancelOrder(i, 0);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("venue mailbox full");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldDeliverAcrossThreads() throws InterruptedException {
        final int count = 5_000;
        mailbox.deliverTo(new Recorder());
        final Thread sender = new Thread(
                () -> {
                    for (int i = 0; i < count; i++) {
                        commands.cancelOrder(i, i);
                    }
                },
                "sender");
        sender.start();
        while (received.size() < count && !Thread.currentThread().isInterrupted()) {
            mailbox.poll();
        }
        sender.join();

        for (int i = 0; i < count; i++) {
            assertThat(received.get(i)).isEqualTo("cancel " + i + " " + i);
        }
    }

    /** Brings to the mailbox what a publisher wrote. */
    private final class MailOutlet implements Outlet {
        private final UnsafeBuffer record = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return record;
        }

        @Override
        public void end(final int lengthBytes) {
            mailbox.onCommand(record, 0, lengthBytes);
        }
    }

    private class Recorder implements EngineCommands {
        @Override
        public void submitOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            received.add("submit " + orderId + " " + instrumentId + " " + strategyId + " " + terms.side() + " "
                    + terms.type() + " " + terms.timeInForce() + " " + terms.quantity() + " " + terms.limitPrice());
        }

        @Override
        public void submitCashOrder(
                final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
            received.add("submit " + orderId + " of " + terms.cashOrderQty());
        }

        @Override
        public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
            throw new AssertionError("nobody orders groups");
        }

        @Override
        public void cancelOrder(final long orderId, final int instrumentId) {
            received.add("cancel " + orderId + " " + instrumentId);
        }

        @Override
        public void replaceOrder(
                final long orderId,
                final int instrumentId,
                final int revision,
                final long quantity,
                final long limitPrice,
                final long stopPrice) {
            received.add("replace " + orderId + " " + instrumentId + " " + quantity + " " + limitPrice);
        }

        @Override
        public void queryOrder(final long orderId, final int instrumentId) {
            received.add("query " + orderId + " " + instrumentId);
        }

        @Override
        public void requestReconciliation(final int venueId, final long sinceNs) {
            received.add("ask " + venueId);
        }
    }
}
