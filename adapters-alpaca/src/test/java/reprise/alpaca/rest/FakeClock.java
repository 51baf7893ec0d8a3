package reprise.alpaca.rest;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when somebody sleeps. Any thread. */
public final class FakeClock implements RestClock {
    private static final long START_MS = 1_764_000_000_000L;
    private final AtomicLong nowNs = new AtomicLong();

    @Override
    public long nanoTime() {
        return nowNs.get();
    }

    @Override
    public long epochMs() {
        return START_MS + nowNs.get() / 1_000_000;
    }

    @Override
    public void sleep(final long durationNs) {
        nowNs.addAndGet(durationNs);
    }
}
