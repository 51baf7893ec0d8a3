package reprise.signal;

import reprise.market.Instrument;

/** All that a sizer may look at. Reusable, owned by the caller, filled before each call; no state. */
public final class SizingInput {
    private Instrument instrument;
    private long price;
    private long stopDistance;
    private long equity;
    private double volatility = Double.NaN;
    private int closedTrades;
    private double winRate = Double.NaN;
    private double payoff = Double.NaN;

    /**
     * Begins anew, without a stop, a volatility or trades.
     *
     * @param newInstrument to be traded.
     * @param newPrice by which quantities are valued, in price units, positive.
     * @param newEquity of the account, in money units.
     * @return this.
     */
    public SizingInput of(final Instrument newInstrument, final long newPrice, final long newEquity) {
        if (newPrice <= 0) {
            throw new IllegalArgumentException("price must be positive: " + newPrice + ", " + newInstrument.symbol());
        }
        instrument = newInstrument;
        price = newPrice;
        equity = newEquity;
        return withStop(0).withVolatility(Double.NaN).withTrades(0, Double.NaN, Double.NaN);
    }

    /**
     * Adds the stop.
     *
     * @param distance from the price, in price units; 0 for none.
     * @return this.
     */
    public SizingInput withStop(final long distance) {
        stopDistance = distance;
        return this;
    }

    /**
     * Adds the volatility.
     *
     * @param fraction standard deviation of returns, over the same time as the target of the sizer; NaN for unknown.
     * @return this.
     */
    public SizingInput withVolatility(final double fraction) {
        volatility = fraction;
        return this;
    }

    /**
     * Adds the record of closed trades.
     *
     * @param count how many.
     * @param wins the part of them that won, 0 to 1.
     * @param ratio mean win to mean loss; infinite without losses, 0 without wins.
     * @return this.
     */
    public SizingInput withTrades(final int count, final double wins, final double ratio) {
        closedTrades = count;
        winRate = wins;
        payoff = ratio;
        return this;
    }

    Instrument instrument() {
        return instrument;
    }

    long price() {
        return price;
    }

    long stopDistance() {
        return stopDistance;
    }

    /** Never negative: who owes has nothing to size by. */
    long equity() {
        return Math.max(0, equity);
    }

    double volatility() {
        return volatility;
    }

    int closedTrades() {
        return closedTrades;
    }

    double winRate() {
        return winRate;
    }

    double payoff() {
        return payoff;
    }
}
