package reprise.simulation.market;

import reprise.market.InstrumentDefinition;

/**
 * A made-up market for demonstrations, tests and measurements: regimes that trend, chop and storm, several instruments that move together,
 * volumes that follow the excitement. The same parameters give the same bars on every JDK.
 *
 * @param seed of everything random.
 * @param barCount bars of each instrument.
 * @param periodNs length of a bar.
 * @param startTimeNs when the first bar opens, nanoseconds since the epoch.
 */
public record SyntheticMarket(long seed, long barCount, long periodNs, long startTimeNs) {
    /** Checks the sizes. */
    public SyntheticMarket {
        if (barCount < 0 || periodNs <= 0) {
            throw new IllegalArgumentException("impossible market: barCount=" + barCount + ", periodNs=" + periodNs);
        }
    }

    /**
     * The bars of one instrument.
     *
     * @param definition whose ticks and lots the bars keep to.
     * @param startPrice around which it moves, in price units.
     * @return a fresh stream from the first bar on; constant memory.
     */
    public BarSource bars(final InstrumentDefinition definition, final long startPrice) {
        return new SyntheticBars(this, definition, startPrice);
    }

    /**
     * The bars of an instrument that goes with another: about the same price, but for a difference that wanders and comes back.
     *
     * @param definition whose ticks and lots the bars keep to.
     * @param original with which it goes.
     * @param originalStart around which that moves, in its price units.
     * @return a fresh stream from the first bar on; constant memory.
     */
    public BarSource twin(
            final InstrumentDefinition definition, final InstrumentDefinition original, final long originalStart) {
        return new TwinBars(this, definition, original, originalStart);
    }
}
