package reprise.portfolio;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/**
 * The money of one currency: its cash, and the sums over the net positions of all instruments that are quoted in it. Changed only by the
 * {@link Portfolio}; allocates nothing; part of replayed state.
 */
public final class CurrencyLedger {
    private final String name;
    private Instrument rate;
    private boolean inverse;
    private long cash;
    private long paidIn;
    private long cost;
    private long realisedPnl;
    private long income;
    private long fees;
    private long marketValue;
    private long grossValue;

    CurrencyLedger(final String name) {
        this.name = name;
    }

    boolean hasRate() {
        return rate != null;
    }

    /** Names the instrument by which an amount is valued in the account's currency; the first one stays. */
    void rate(final Instrument instrument, final boolean isInverse) {
        rate = instrument;
        inverse = isInverse;
    }

    boolean isRatedBy(final Instrument instrument) {
        return rate == instrument;
    }

    /** Whether there is a price to value an amount by. */
    boolean isRateKnown() {
        return rate != null && rate.markPrice() > 0;
    }

    long rated(final long amount) {
        final long scale = Decimals.powerOfTen(rate.definition().priceDecimals());
        return inverse
                ? Decimals.multiplyDivide(amount, scale, rate.markPrice(), Rounding.HALF_EVEN)
                : Decimals.multiplyDivide(amount, rate.markPrice(), scale, Rounding.HALF_EVEN);
    }

    void takeOut(final Position net) {
        cost -= net.cost();
        realisedPnl -= net.realisedPnl();
        income -= net.income();
        fees -= net.fees();
    }

    void putIn(final Position net) {
        cost = Math.addExact(cost, net.cost());
        realisedPnl = Math.addExact(realisedPnl, net.realisedPnl());
        income = Math.addExact(income, net.income());
        fees = Math.addExact(fees, net.fees());
    }

    void valueChanged(final long before, final long after) {
        marketValue = Math.addExact(marketValue, after - before);
        grossValue = Math.addExact(grossValue, Math.abs(after) - Math.abs(before));
    }

    void receive(final long amount) {
        cash = Math.addExact(cash, amount);
    }

    void payIn(final long amount) {
        paidIn = Math.addExact(paidIn, amount);
    }

    void check() {
        if (cash + cost - realisedPnl - income + fees != paidIn) {
            throw new IllegalStateException("books do not balance: currency=" + name + ", cash=" + cash + ", cost="
                    + cost + ", realisedPnl=" + realisedPnl + ", income=" + income + ", fees=" + fees + ", paidIn="
                    + paidIn);
        }
    }

    /** Forgets the sums over positions, before they are added up anew. */
    void clearSums() {
        cost = 0;
        realisedPnl = 0;
        income = 0;
        fees = 0;
        marketValue = 0;
        grossValue = 0;
    }

    long sums() {
        long hash = cost;
        hash = 31 * hash + realisedPnl;
        hash = 31 * hash + income;
        hash = 31 * hash + fees;
        hash = 31 * hash + marketValue;
        return 31 * hash + grossValue;
    }

    /**
     * Which currency.
     *
     * @return such as USD.
     */
    public String name() {
        return name;
    }

    /**
     * Cash in hand.
     *
     * @return money.
     */
    public long cash() {
        return cash;
    }

    /**
     * What was paid in, less what was paid out.
     *
     * @return money.
     */
    public long paidIn() {
        return paidIn;
    }

    /**
     * What the net positions have cost.
     *
     * @return money.
     */
    public long cost() {
        return cost;
    }

    /**
     * Results of closed quantity, without fees and income.
     *
     * @return money.
     */
    public long realisedPnl() {
        return realisedPnl;
    }

    /**
     * Dividends received less those owed.
     *
     * @return money.
     */
    public long income() {
        return income;
    }

    /**
     * Fees.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return fees;
    }

    /**
     * Market value of the net positions, longs less shorts.
     *
     * @return money.
     */
    public long marketValue() {
        return marketValue;
    }

    /**
     * Absolute market value of the net positions, longs and shorts.
     *
     * @return money.
     */
    public long grossValue() {
        return grossValue;
    }

    void exchange(final StateExchange state) {
        cash = state.field("cash", cash);
        paidIn = state.field("paidIn", paidIn);
    }
}
