package reprise.alpaca.market;

/** A bar that is told later, or that was read from history; prices and volume at the instrument's scale, times in epoch nanoseconds. */
record ClosedBar(
        int instrumentId, long closeNs, long periodNs, long open, long high, long low, long close, long volume) {}
