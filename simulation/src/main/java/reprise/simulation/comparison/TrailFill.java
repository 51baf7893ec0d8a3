package reprise.simulation.comparison;

import java.math.BigInteger;

/**
 * A fill as it was booked; one that was taken back has the opposite signs.
 *
 * @param orderId whose.
 * @param instrumentId what was traded.
 * @param quantity by which the position changed: positive for a buy, less a fee in the base asset, quantity units.
 * @param notional the value of that quantity at the price of the fill, with its sign, money.
 * @param reference its value at the last price of the market that the engine had heard of before it, with the sign of the quantity, money.
 * @param fee paid, money; one in the base asset at the price of the fill.
 */
public record TrailFill(long orderId, int instrumentId, long quantity, long notional, long reference, long fee) {
    /** A part of a value in proportion to a part of the quantity, rounded down. */
    long share(final long value, final long part) {
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(quantity))
                .longValueExact();
    }
}
