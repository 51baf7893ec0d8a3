package reprise.bar;

import reprise.market.Instrument;
import reprise.state.StateExchange;

/**
 * Bars that are complete when they hold enough: trades or quotes, quantity, or worth. An input is never divided: the one that reaches the
 * threshold is in the bar as a whole, and the next bar begins from nothing. Time does not close such a bar, nor does the end of a session.
 */
final class ThresholdBarBuilder extends BarBuilder {
    private final BarKind kind;
    private final long threshold;
    private long amount;
    private long firstTimeNs;
    private long lastTimeNs;
    private long closedUntilNs = Long.MIN_VALUE;

    ThresholdBarBuilder(final BarSeries series) {
        super(series);
        kind = series.spec().kind();
        threshold = series.spec().size();
    }

    @Override
    public boolean endBefore(final long timeNs) {
        return false;
    }

    @Override
    boolean prepare(final long nowNs, final long timeNs) {
        if (timeNs < closedUntilNs && !admitLate()) {
            return false;
        }
        // Stamps never go back, whatever venues say.
        final long placedNs = Math.max(timeNs, closedUntilNs);
        if (forming().isEmpty()) {
            firstTimeNs = placedNs;
            lastTimeNs = placedNs;
        }
        firstTimeNs = Math.min(firstTimeNs, placedNs);
        lastTimeNs = Math.max(lastTimeNs, placedNs);
        return true;
    }

    @Override
    boolean completedBy(final long timeNs, final long price, final long volume) {
        amount = FormingBar.saturatedSum(amount, amountOf(price, volume));
        if (amount < threshold) {
            return false;
        }
        amount = 0;
        closedUntilNs = lastTimeNs;
        // What is built of bars ends when the last of them does; their times here are the last moments in them.
        final long endNs = lastTimeNs + (series().spec().input() == BarInput.BARS ? 1 : 0);
        return close(endNs, lastTimeNs - firstTimeNs);
    }

    private long amountOf(final long price, final long volume) {
        switch (kind) {
            case TICK:
                return 1;
            case VOLUME:
                return volume;
            default:
                return worth(series().instrument(), price, volume);
        }
    }

    private static long worth(final Instrument instrument, final long price, final long volume) {
        try {
            return instrument.notional(price, volume);
        } catch (final ArithmeticException e) {
            // More than money can say is more than any threshold.
            return Long.MAX_VALUE;
        }
    }

    @Override
    public long deadlineNs() {
        return Long.MAX_VALUE;
    }

    @Override
    public void exchange(final StateExchange state) {
        super.exchange(state);
        closedUntilNs = state.field("closedUntilNs", closedUntilNs);
        amount = state.field("amount", amount);
        if (!forming().isEmpty()) {
            firstTimeNs = state.field("firstTimeNs", firstTimeNs);
            lastTimeNs = state.field("lastTimeNs", lastTimeNs);
        }
    }
}
