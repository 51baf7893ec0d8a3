package reprise.portfolio;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * How a split is shared among the entries of all books. The sum of all quantities is rounded towards zero, as the venue rounds the account,
 * and so is every sum of the first n of them: so each entry is within one unit of its exact quantity, keeps its sign, and the entries
 * sum to the account's quantity. What an entry loses or gains by that, a fraction of a unit, is paid for in cash at the price after the
 * split; the cash of all entries sums to what the account is paid for its own fraction.
 */
final class SplitRounding {
    private final Instrument instrument;
    private final long newUnits;
    private final long oldUnits;
    private long oldSum;
    private long newSum;
    private long fractionSum;
    private long cashSum;
    private long quantity;
    private long fraction;
    private long cash;

    SplitRounding(final Instrument instrument, final long newUnits, final long oldUnits) {
        this.instrument = instrument;
        this.newUnits = newUnits;
        this.oldUnits = oldUnits;
    }

    /** Splits the next entry, which has a quantity. Returns the change of its cost. */
    long next(final long oldQuantity, final long cost) {
        oldSum += oldQuantity;
        final long exact = Math.multiplyExact(oldSum, newUnits);
        final long roundedSum = exact / oldUnits;
        final long newFractionSum = exact - roundedSum * oldUnits;
        final long newCashSum = Shares.of(instrument.notional(instrument.markPrice(), newFractionSum), 1, oldUnits);
        quantity = roundedSum - newSum;
        fraction = newFractionSum - fractionSum;
        cash = newCashSum - cashSum;
        newSum = roundedSum;
        fractionSum = newFractionSum;
        cashSum = newCashSum;
        return costChange(oldQuantity, cost, fraction, cash);
    }

    /** A fraction that is sold takes its part of the cost with it; one that is bought adds what was paid for it. */
    long costChange(final long oldQuantity, final long cost, final long lost, final long paid) {
        if (oldQuantity != 0 && (lost ^ oldQuantity) >= 0) {
            return -Decimals.multiplyDivide(
                    cost, Math.abs(lost), Math.abs(Math.multiplyExact(oldQuantity, newUnits)), Rounding.HALF_EVEN);
        }
        return -paid;
    }

    /** The quantity of the last entry after the split. */
    long quantity() {
        return quantity;
    }

    /** What the last entry lost by rounding, in units divided by the old units of the split; negative if it gained. */
    long fraction() {
        return fraction;
    }

    /** What the last entry is paid for it. */
    long cash() {
        return cash;
    }

    /** The account's quantity after the split. */
    long quantitySum() {
        return newSum;
    }

    /** What the account is paid. */
    long cashSum() {
        return cashSum;
    }

    /** What the account lost by rounding, in units divided by the old units of the split. */
    long fractionSum() {
        return fractionSum;
    }
}
