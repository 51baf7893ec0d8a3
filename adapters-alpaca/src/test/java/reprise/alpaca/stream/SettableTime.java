package reprise.alpaca.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that moves only when told. Waits on the watch's thread pass after a real millisecond; others are kept and pass at once. */
public final class SettableTime implements StreamTime {
    private final AtomicLong now = new AtomicLong(1_000);
    private final List<Long> waits = new ArrayList<>();

    public void advance(final long ns) {
        now.addAndGet(ns);
    }

    @Override
    public long elapsedNs() {
        return now.get();
    }

    @Override
    public long epochNs() {
        return now.get();
    }

    @Override
    public boolean await(final CountDownLatch end, final long waitNs) throws InterruptedException {
        if (!Thread.currentThread().getName().endsWith("-watch")) {
            synchronized (waits) {
                waits.add(waitNs);
            }
        }
        return end.await(1, TimeUnit.MILLISECONDS);
    }

    /** What the stream waited before it connected again, so far, in nanoseconds. */
    public List<Long> waits() {
        synchronized (waits) {
            return List.copyOf(waits);
        }
    }
}
