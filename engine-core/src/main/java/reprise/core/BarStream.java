package reprise.core;

import reprise.bar.BarBuilder;

/** One series that is being built, and who listens to it, in order of registration. */
final class BarStream {
    final BarBuilder builder;
    private StrategyHost[] hosts = {};
    private boolean closed;
    private long historyUntilNs = Long.MIN_VALUE;

    /** The earliest timer that is scheduled for this stream; no two are needed. */
    long timerDeadlineNs = Long.MAX_VALUE;

    BarStream(final BarBuilder builder) {
        this.builder = builder;
    }

    void add(final StrategyHost host) {
        hosts = Subscriptions.with(hosts, host);
    }

    StrategyHost[] hosts() {
        return hosts;
    }

    /** Bars that end by then are of the past: strategies are not told of them. */
    void historyUntil(final long timeNs) {
        historyUntilNs = timeNs;
    }

    long historyUntilNs() {
        return historyUntilNs;
    }

    /** Remembers that a bar closed, until strategies have been told. Returns whether there is something to tell. */
    boolean closed() {
        if (builder.series().bar().closeTimeNs() <= historyUntilNs) {
            return false;
        }
        closed = true;
        return true;
    }

    void tellIfClosed() {
        if (closed) {
            closed = false;
            for (final StrategyHost host : hosts) {
                host.onBar(builder.series());
            }
        }
    }
}
