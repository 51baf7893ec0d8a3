package reprise.simulation.venue;

import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;

/**
 * What trading costs. Every fee is rounded up to the next money unit.
 *
 * @param makerE8 share of the notional of fills of resting limit orders, in units of 1e-8; negative is a rebate.
 * @param takerE8 share of the notional of all other fills, in units of 1e-8.
 * @param perUnit money for each whole unit of quantity, as for US stocks.
 * @param minPerOrder the least that {@code perUnit} comes to for an order that traded, in money units.
 */
public record FeeSchedule(long makerE8, long takerE8, long perUnit, long minPerOrder) {
    /** A basis point in the unit of the rates. */
    public static final long BASIS_POINT_E8 = 10_000;

    /** Trading for nothing. */
    public static final FeeSchedule FREE = new FeeSchedule(0, 0, 0, 0);

    /** Checks the rates. */
    public FeeSchedule {
        if (Math.abs(makerE8) >= Money.ONE || takerE8 < 0 || takerE8 >= Money.ONE || perUnit < 0 || minPerOrder < 0) {
            throw new IllegalArgumentException("impossible fees: makerE8=" + makerE8 + ", takerE8=" + takerE8
                    + ", perUnit=" + perUnit + ", minPerOrder=" + minPerOrder);
        }
    }

    /**
     * Fees in basis points of the notional.
     *
     * @param makerBps decimal text such as {@code "1.5"}.
     * @param takerBps decimal text.
     * @return a schedule.
     */
    public static FeeSchedule ofBasisPoints(final String makerBps, final String takerBps) {
        return new FeeSchedule(Decimals.parse(makerBps, 4), Decimals.parse(takerBps, 4), 0, 0);
    }

    /** The part of a fill's fee that follows its notional. */
    long rateFee(final long notional, final boolean maker) {
        return Money.fraction(notional, maker ? makerE8 : takerE8, Rounding.CEILING);
    }

    /** What an order owes by its quantity once so much of it has traded. */
    long unitFee(final long filledQuantity, final int quantityDecimals) {
        return Math.max(minPerOrder, Decimals.multiply(perUnit, filledQuantity, quantityDecimals, Rounding.CEILING));
    }
}
