package reprise.alpaca;

import java.util.concurrent.atomic.AtomicLong;
import reprise.alpaca.rest.RestClock;

/** Spans pass only when it is told so, a hundred hours at a time; pauses are real. Any thread. */
final class LeapingClock implements RestClock {
    private static final long LEAP_NS = 360_000_000_000_000L;

    private final AtomicLong timeNs = new AtomicLong();

    /** So much time passes that whatever was waited for has come or never will. */
    void leap() {
        timeNs.addAndGet(LEAP_NS);
    }

    @Override
    public long nanoTime() {
        return timeNs.get();
    }

    @Override
    public long epochMs() {
        return SYSTEM.epochMs();
    }

    @Override
    public void sleep(final long durationNs) throws InterruptedException {
        SYSTEM.sleep(durationNs);
    }
}
