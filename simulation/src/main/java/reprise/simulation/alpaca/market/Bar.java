package reprise.simulation.alpaca.market;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A bar.
 *
 * @param startNs when it began, nanoseconds since the epoch.
 * @param open first price.
 * @param high highest price.
 * @param low lowest price.
 * @param close last price.
 * @param volume shares or coins.
 * @param trades how many.
 * @param vwap price weighted by volume.
 */
public record Bar(
        long startNs,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        long trades,
        BigDecimal vwap) {
    /**
     * A bar of one trade.
     *
     * @param startNs when the bar begins.
     * @param trade in it.
     * @return the bar so far.
     */
    public static Bar of(final long startNs, final Trade trade) {
        return new Bar(
                startNs, trade.price(), trade.price(), trade.price(), trade.price(), trade.size(), 1, trade.price());
    }

    /**
     * This bar and what follows, as one bar that begins as this one.
     *
     * @param next what follows.
     * @return a longer bar.
     */
    public Bar and(final Bar next) {
        final BigDecimal total = volume.add(next.volume);
        final BigDecimal weighted = total.signum() == 0
                ? next.close
                : vwap.multiply(volume).add(next.vwap.multiply(next.volume)).divide(total, MathContext.DECIMAL64);
        return new Bar(
                startNs,
                open,
                high.max(next.high),
                low.min(next.low),
                next.close,
                total,
                trades + next.trades,
                weighted);
    }

    /**
     * The same under another start.
     *
     * @param newStartNs nanoseconds since the epoch.
     * @return a changed copy.
     */
    public Bar startingAt(final long newStartNs) {
        return new Bar(newStartNs, open, high, low, close, volume, trades, vwap);
    }
}
