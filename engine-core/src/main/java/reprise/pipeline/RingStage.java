package reprise.pipeline;

import com.lmax.disruptor.EventHandler;
import java.util.concurrent.atomic.AtomicLong;

/** A stage that knows how much lay before it at most. Written by the stage's thread once a batch, read by any. */
abstract class RingStage implements EventHandler<RingSlot> {
    private final AtomicLong deepest = new AtomicLong();

    @Override
    public final void onBatchStart(final long batchSize, final long queueDepth) {
        if (queueDepth > deepest.getPlain()) {
            deepest.setOpaque(queueDepth);
        }
    }

    final long deepest() {
        return deepest.getOpaque();
    }
}
