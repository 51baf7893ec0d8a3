package reprise.alpaca.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time a stream lives by; a test puts its own in place. From any thread. */
public interface StreamTime {
    /** That of the machine. */
    StreamTime SYSTEM = new StreamTime() {
        @Override
        public long elapsedNs() {
            return System.nanoTime();
        }

        @Override
        public long epochNs() {
            return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        }

        @Override
        public boolean await(final CountDownLatch end, final long waitNs) throws InterruptedException {
            return end.await(waitNs, TimeUnit.NANOSECONDS);
        }
    };

    /**
     * The same, but for the time of day.
     *
     * @param ahead how much later that is.
     * @return another time.
     */
    default StreamTime ahead(final Duration ahead) {
        final StreamTime here = this;
        return new StreamTime() {
            @Override
            public long elapsedNs() {
                return here.elapsedNs();
            }

            @Override
            public long epochNs() {
                return here.epochNs() + ahead.toNanos();
            }

            @Override
            public boolean await(final CountDownLatch end, final long waitNs) throws InterruptedException {
                return here.await(end, waitNs);
            }
        };
    }

    /**
     * Time that never goes back.
     *
     * @return nanoseconds since some moment.
     */
    long elapsedNs();

    /**
     * Time of day.
     *
     * @return nanoseconds since the epoch.
     */
    long epochNs();

    /**
     * Waits.
     *
     * @param end ends the wait early.
     * @param waitNs how long, in nanoseconds.
     * @return whether the end came.
     * @throws InterruptedException when interrupted.
     */
    boolean await(CountDownLatch end, long waitNs) throws InterruptedException;
}
