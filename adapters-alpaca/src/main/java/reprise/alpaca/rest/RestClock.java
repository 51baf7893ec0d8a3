package reprise.alpaca.rest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time, as far as calls need it. Any thread. */
public interface RestClock {
    /** The machine's. */
    RestClock SYSTEM = new RestClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long epochMs() {
            return System.currentTimeMillis();
        }

        @Override
        public void sleep(final long durationNs) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(durationNs);
        }
    };

    /**
     * The machine's, but for the time of day.
     *
     * @param ahead how much later that is.
     * @return a clock.
     */
    static RestClock ahead(final Duration ahead) {
        return new RestClock() {
            @Override
            public long nanoTime() {
                return SYSTEM.nanoTime();
            }

            @Override
            public long epochMs() {
                return SYSTEM.epochMs() + ahead.toMillis();
            }

            @Override
            public void sleep(final long durationNs) throws InterruptedException {
                SYSTEM.sleep(durationNs);
            }
        };
    }

    /**
     * Measures spans.
     *
     * @return nanoseconds from an arbitrary origin; never decreases.
     */
    long nanoTime();

    /**
     * The time of day.
     *
     * @return milliseconds since the epoch.
     */
    long epochMs();

    /**
     * Lets time pass.
     *
     * @param durationNs how long, in nanoseconds.
     * @throws InterruptedException if the thread is to end.
     */
    void sleep(long durationNs) throws InterruptedException;
}
