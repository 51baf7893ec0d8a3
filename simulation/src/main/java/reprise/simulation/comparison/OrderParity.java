package reprise.simulation.comparison;

/**
 * An order of a real run and the one of the simulation that goes with it.
 *
 * @param live in the real run; null if only the simulation has it.
 * @param simulated in the simulation; null if only the real run has it.
 * @param livePnl what the fills of the one earned by the last price, after fees, money.
 * @param simulatedPnl the same of the other.
 * @param parts of the difference.
 */
public record OrderParity(TrailOrder live, TrailOrder simulated, long livePnl, long simulatedPnl, PnlParts parts) {
    /**
     * The one that there is, the real one first.
     *
     * @return never null.
     */
    public TrailOrder any() {
        return live == null ? simulated : live;
    }
}
