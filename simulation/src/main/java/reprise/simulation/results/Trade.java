package reprise.simulation.results;

import reprise.order.Side;

/**
 * A round trip of one strategy in one instrument: from flat to flat, however many fills that took; a fill that turns the position over ends
 * one trade and begins the next.
 *
 * @param number 1, 2, 3, ... in order of the end; open trades come last.
 * @param strategyId whose trade; 0 for the operator and for what the venue reported.
 * @param instrumentId what was traded.
 * @param symbol of the instrument.
 * @param side BUY for a long trade, SELL for a short one.
 * @param quantity that was entered in all, quantity units.
 * @param entryTimeNs of the first fill.
 * @param entryPrice average of the fills that entered, price units, rounded.
 * @param exitTimeNs of the last fill, or of the last price for an open trade.
 * @param exitPrice average of the fills that left, and of the last price for what is still open; price units, rounded.
 * @param pnl after fees, money; an open trade valued at the last price.
 * @param fees paid, money.
 * @param barsHeld bars of the instrument that closed while the trade was open.
 * @param isOpen whether the position still was open at the end of the run.
 * @param entryReason purposes of the orders that entered, in order, each once, joined by "+".
 * @param exitReason the same of the orders that left; empty where none has.
 * @param adverse the worst that the trade was worth while it was open, before fees: money, 0 or negative. From the lows and highs of the bars
 *     that closed while it was open, the one of its entry whole, and from the prices of its fills.
 * @param favourable the best that it was worth, 0 or positive.
 */
public record Trade(
        long number,
        int strategyId,
        int instrumentId,
        String symbol,
        Side side,
        long quantity,
        long entryTimeNs,
        long entryPrice,
        long exitTimeNs,
        long exitPrice,
        long pnl,
        long fees,
        long barsHeld,
        boolean isOpen,
        String entryReason,
        String exitReason,
        long adverse,
        long favourable) {
    /**
     * How long the trade was.
     *
     * @return nanoseconds from the first to the last fill.
     */
    public long holdNs() {
        return exitTimeNs - entryTimeNs;
    }
}
