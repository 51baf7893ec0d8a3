package reprise.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells when a stage has not moved for a while though work waits for it, once, and once when it moves again; and the same of the operator's
 * requests, which must not wait without anybody knowing. Looks at counters from outside and costs the stages nothing. Single-threaded.
 */
final class StallWatch {
    private static final double NS_PER_SECOND = 1e9;

    private final long patienceNs;
    private final StallListener listener;
    private final List<Stage> stages = new ArrayList<>();
    private final OperatorRequests requests;
    private boolean operatorWaits;
    private boolean operatorTold;
    private long operatorSinceNs;

    StallWatch(final long patienceNs, final StallListener listener, final OperatorRequests requests) {
        this.patienceNs = patienceNs;
        this.listener = listener;
        this.requests = requests;
    }

    /**
     * Watches a stage too.
     *
     * @param part that it most likely is in when it hangs.
     * @param thread that it runs on.
     * @param position of the last message that it has handled.
     * @param published position of the last message that it may handle.
     */
    void add(final StagePart part, final Thread thread, final LongSupplier position, final LongSupplier published) {
        stages.add(new Stage(part, thread, position, published));
    }

    /** To be called every now and then, with the time on any clock that does not go back. */
    void poll(final long nowNs) {
        for (final Stage stage : stages) {
            stage.poll(nowNs);
        }
        pollOperator(nowNs);
    }

    private void pollOperator(final long nowNs) {
        final String waiting = requests.waiting();
        if (waiting == null) {
            if (operatorTold) {
                listener.onNotice("the operator's requests were handled after " + span(nowNs - operatorSinceNs));
            }
            operatorTold = false;
            operatorWaits = false;
        } else if (!operatorWaits) {
            operatorWaits = true;
            operatorSinceNs = nowNs;
        } else if (!operatorTold && nowNs - operatorSinceNs >= patienceNs) {
            operatorTold = true;
            listener.onNotice("the operator's " + waiting + " has waited for " + span(nowNs - operatorSinceNs)
                    + ": the core has not seen it yet");
        }
    }

    private static String span(final long ns) {
        final double seconds = ns / NS_PER_SECOND;
        return String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds);
    }

    /** What is remembered of a stage. */
    private final class Stage {
        private final StagePart usualPart;
        private final Thread thread;
        private final LongSupplier position;
        private final LongSupplier published;
        private long lastPosition = Long.MIN_VALUE;
        private long sinceNs;
        private StagePart told;

        Stage(
                final StagePart usualPart,
                final Thread thread,
                final LongSupplier position,
                final LongSupplier published) {
            this.usualPart = usualPart;
            this.thread = thread;
            this.position = position;
            this.published = published;
        }

        private void poll(final long nowNs) {
            final long handled = position.getAsLong();
            final long waiting = published.getAsLong() - handled;
            if (handled != lastPosition || waiting <= 0) {
                if (told != null) {
                    listener.onNotice(told.moved(span(nowNs - sinceNs)));
                }
                told = null;
                lastPosition = handled;
                sinceNs = nowNs;
            } else if (told == null && nowNs - sinceNs >= patienceNs) {
                told = StagePart.of(thread.getStackTrace(), usualPart);
                listener.onNotice(told.stalled(span(patienceNs), waiting));
            }
        }
    }
}
