package reprise.exit;

import reprise.market.SplitRatio;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/** The average price of an entry's fills, exact: a whole price and the remainder of the division by the quantity. */
final class EntryAverage {
    private long whole;
    private long remainder;
    private long quantity;

    void clear() {
        whole = 0;
        remainder = 0;
        quantity = 0;
    }

    /** The new total is {@code whole * (quantity + added) + remainder + (price - whole) * added}. */
    void add(final long price, final long added) {
        final long total = Math.addExact(quantity, added);
        final long difference = price - whole;
        final long step = Decimals.multiplyDivide(difference, added, total, Rounding.FLOOR);
        // The true remainder is below the total, so that products that wrap around still give it.
        final long rest = difference * added - step * total + remainder;
        final boolean carries = rest < 0 || rest >= total;
        whole = Math.addExact(whole, carries ? step + 1 : step);
        remainder = carries ? rest - total : rest;
        quantity = total;
    }

    /** A split: the price rounded against the holder, the quantity as it is held then. */
    void split(final SplitRatio ratio, final int sign, final long newQuantity) {
        whole = ratio.price(roundedAgainst(sign), sign > 0 ? Rounding.CEILING : Rounding.FLOOR);
        remainder = 0;
        quantity = newQuantity;
    }

    long quantity() {
        return quantity;
    }

    /** The average rounded against the holder: a long's up, a short's down, so that its stop never gets looser by it. */
    long roundedAgainst(final int sign) {
        return sign > 0 && remainder > 0 ? whole + 1 : whole;
    }

    void state(final StateExchange state) {
        whole = state.field("entryPrice", whole);
        remainder = state.field("entryRemainder", remainder);
        quantity = state.field("entryQuantity", quantity);
    }
}
