package reprise.pipeline;

import java.util.concurrent.atomic.AtomicLong;

/** Counts waits for room in a ring. Written by any thread that has waited, which costs nothing beside the wait; read by any. */
final class WaitCounter {
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong totalNs = new AtomicLong();
    private final AtomicLong longestNs = new AtomicLong();

    void waited(final long ns) {
        count.incrementAndGet();
        totalNs.addAndGet(ns);
        longestNs.accumulateAndGet(ns, Math::max);
    }

    PipelineLoad.Waits waits() {
        return new PipelineLoad.Waits(count.get(), totalNs.get(), longestNs.get());
    }
}
