package reprise.simulation.alpaca.account;

import java.math.BigDecimal;

/** What the account has of an asset. Guarded by the venue's lock. */
public final class Position {
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal averageEntry = BigDecimal.ZERO;
    private BigDecimal atDayStart = BigDecimal.ZERO;

    Position() {}

    /** A trade; the average price changes only while the position grows or turns. */
    void trade(final BigDecimal signed, final BigDecimal price) {
        final BigDecimal after = quantity.add(signed);
        if (after.signum() == 0) {
            averageEntry = BigDecimal.ZERO;
        } else if (quantity.signum() * signed.signum() >= 0) {
            averageEntry = Numbers.divide(averageEntry.multiply(quantity).add(price.multiply(signed)), after);
        } else if (after.signum() != quantity.signum()) {
            averageEntry = price;
        }
        quantity = after;
    }

    /** A fee taken in the asset itself; it makes no other price of the rest. */
    void take(final BigDecimal amount) {
        quantity = quantity.subtract(amount);
    }

    void newDay() {
        atDayStart = quantity;
    }

    /**
     * How much.
     *
     * @return negative when short.
     */
    public BigDecimal quantity() {
        return quantity;
    }

    /**
     * Average price of what it consists of.
     *
     * @return 0 when flat.
     */
    public BigDecimal averageEntry() {
        return averageEntry;
    }

    /**
     * Whether it was there when the day began, so that its day began at yesterday's close.
     *
     * @return false for one of today.
     */
    public boolean isFromBefore() {
        return atDayStart.signum() != 0 && atDayStart.signum() == quantity.signum();
    }
}
