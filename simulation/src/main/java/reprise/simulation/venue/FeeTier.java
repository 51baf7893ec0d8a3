package reprise.simulation.venue;

/**
 * Rates from a volume on.
 *
 * @param fromVolume money traded in the last 30 days from which the rates hold.
 * @param makerE8 share of the notional of makers' fills, in units of 1e-8; negative is a rebate.
 * @param takerE8 share of the notional of takers' fills, in units of 1e-8.
 */
public record FeeTier(long fromVolume, long makerE8, long takerE8) {
    /** Checks the rates. */
    public FeeTier {
        FeeSchedule.requireRates(makerE8, takerE8);
        if (fromVolume <= 0) {
            throw new IllegalArgumentException("impossible volume of a fee tier: " + fromVolume);
        }
    }
}
