package reprise.alpaca.market;

import java.util.List;

/**
 * Which bars of the past are wanted.
 *
 * @param symbols of stocks, or of crypto with a slash.
 * @param timeframe of the bars.
 * @param startNs the first start of a bar, included; nanoseconds since the epoch.
 * @param endNs the last start of a bar, included; nanoseconds since the epoch.
 * @param adjustment of stock prices.
 * @param pageSize the most bars of one answer, of all symbols together; 1 to 10,000.
 */
public record BarRequest(
        List<String> symbols, Timeframe timeframe, long startNs, long endNs, Adjustment adjustment, int pageSize) {
    /** The most bars of one answer. */
    public static final int LARGEST_PAGE = 10_000;

    /** Checks the limits. */
    public BarRequest {
        symbols = List.copyOf(symbols);
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new IllegalArgumentException("page of " + pageSize + " bars: must be 1 to " + LARGEST_PAGE);
        }
    }

    /**
     * The same to another end.
     *
     * @param newEndNs the last start of a bar, included; never before the first one.
     * @return all else as here.
     */
    public BarRequest endingAt(final long newEndNs) {
        return new BarRequest(symbols, timeframe, startNs, Math.max(startNs, newEndNs), adjustment, pageSize);
    }

    /**
     * Raw bars on pages as large as possible.
     *
     * @param symbols of stocks, or of crypto with a slash.
     * @param timeframe of the bars.
     * @param startNs the first start of a bar, included.
     * @param endNs the last start of a bar, included.
     */
    public BarRequest(final List<String> symbols, final Timeframe timeframe, final long startNs, final long endNs) {
        this(symbols, timeframe, startNs, endNs, Adjustment.RAW, LARGEST_PAGE);
    }
}
