package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.order.Side;
import reprise.testing.Definitions;
import reprise.testkit.Allocation;

class ExitAllocationTest {
    private static final long SECOND = 1_000_000_000L;

    /** Gives every exit an id and keeps the last one. */
    private static final class Counting implements ExitListener {
        long orderId;
        long quantity;
        long entryOrderId;

        @Override
        public long onExit(
                final int strategyId,
                final int instrumentId,
                final long newEntryOrderId,
                final ExitReason reason,
                final long triggerPrice,
                final long price,
                final long newQuantity) {
            entryOrderId = newEntryOrderId;
            quantity = newQuantity;
            return ++orderId;
        }

        @Override
        public void onCancelEntry(final int strategyId, final int instrumentId, final long id) {}

        @Override
        public void onProtectiveStop(
                final int strategyId, final int instrumentId, final long id, final long stop, final long newQuantity) {}

        @Override
        public void onFreshness(
                final int strategyId,
                final int instrumentId,
                final long id,
                final FreshnessLevel level,
                final long ageNs) {}

        @Override
        public void onUnprotected(final int strategyId, final int instrumentId, final long id) {}

        @Override
        public void onOverExit(final int strategyId, final int instrumentId, final long id, final long excess) {}

        @Override
        public void onEnded(
                final int strategyId, final int instrumentId, final long id, final long exited, final long dust) {}
    }

    private final Counting listener = new Counting();
    private final Instrument instrument = Definitions.anInstrument().build();
    private final ExitEngine engine = new ExitEngine(
            listener,
            PlanText.plan("stop 2%, trail 1% 1%, target 1% 30%, breakeven 1 0.1%, hold 9 bars, fresh 2, native"));
    private long step;

    @Test
    void shouldAllocateNothingOnceWarm() {
        assertThat(Allocation.leastBytes(6, () -> feed(50_000))).isZero();
        assertThat(listener.orderId).isGreaterThan(10_000);
    }

    private void feed(final int count) {
        for (int i = 0; i < count; i++) {
            step++;
            final long now = step * SECOND;
            if (engine.openCount() < 3) {
                engine.protect(1, instrument, step % 2 == 0 ? Side.BUY : Side.SELL, step, 0, 0);
                engine.onEntryFill(0, step, 100_00, 100, now);
                engine.onEntryEnded(0, step);
            }
            final long before = listener.orderId;
            engine.onTrade(0, 100_00 + (step * 37 % 500) - 250, now, now);
            engine.onQuote(0, 99_99, 100_01, now, now);
            engine.onBar(0, now - SECOND, now, 100_00, 100_50, 99_50, 100_00, now);
            if (engine.nextDeadlineNs() <= now) {
                engine.onTimer(now);
            }
            if (listener.orderId > before) {
                engine.onExitFill(0, listener.entryOrderId, listener.orderId, listener.quantity);
            }
            if (step % 100 == 0) {
                engine.flatten(0, now);
                clear();
            }
        }
    }

    private void clear() {
        while (engine.openCount() > 0) {
            final ExitPosition position = engine.openAt(0);
            engine.onExitFill(0, position.entryOrderId(), 0, position.remainingQuantity());
            for (long id = Math.max(listener.orderId - 1_000, 0); id <= listener.orderId; id++) {
                if (engine.openCount() > 0 && engine.openAt(0) == position) {
                    engine.onExitEnded(0, position.entryOrderId(), id);
                }
            }
        }
    }
}
