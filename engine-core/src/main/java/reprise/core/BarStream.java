package reprise.core;

import reprise.bar.BarBuilder;
import reprise.state.StateExchange;

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

    /** Bars that end by then are of the past: strategies are not told of them. */
    void historyUntil(final long timeNs) {
        historyUntilNs = timeNs;
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

    /** How many listen. */
    int hostCount() {
        return hosts.length;
    }

    /** Carries all but what says which bars are built, by which its owner finds it. */
    void exchange(final StateExchange state, final StrategyHost[] all) {
        builder.exchange(state);
        timerDeadlineNs = state.field("timerDeadlineNs", timerDeadlineNs);
        historyUntilNs = state.field("historyUntilNs", historyUntilNs);
        closed = state.field("untold", closed);
        hosts = Subscriptions.exchange(state, hosts, all);
    }
}
