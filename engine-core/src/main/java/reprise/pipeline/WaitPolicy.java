package reprise.pipeline;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;

/** How a stage waits for the next event: what an idle engine costs against how fast it wakes. */
public enum WaitPolicy {
    /** Sleeps on a lock: no cost when idle, microseconds to wake. */
    BLOCKING,
    /** Spins, yields, then sleeps for short times: little cost when idle, tens of microseconds to wake. */
    SLEEPING,
    /** Spins, then yields: a full core, fast. */
    YIELDING,
    /** Spins: a full core, fastest; only with a core for each stage. */
    BUSY_SPIN;

    WaitStrategy newStrategy() {
        return switch (this) {
            case BLOCKING -> new BlockingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY_SPIN -> new BusySpinWaitStrategy();
        };
    }
}
