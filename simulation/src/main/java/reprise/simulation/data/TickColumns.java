package reprise.simulation.data;

import java.util.List;

/**
 * Which column of a row of ticks holds what; -1 for what there is not.
 *
 * @param names of all columns
 * @param stampForm how time is written
 * @param price of a trade
 * @param quantity of a trade
 * @param side of a trade
 * @param id of a trade
 * @param bid of a quote
 * @param bidQuantity of a quote
 * @param ask of a quote
 * @param askQuantity of a quote
 * @param marked where a 1 says that the source holds the row suspicious
 * @param delayNs from the stamp to the moment at which the row is known, nanoseconds
 * @param priceExponent prices are written multiplied by ten to this power
 * @param oneSided whether a quote row tells one side only, and zeros for the other
 */
record TickColumns(
        List<String> names,
        StampForm stampForm,
        int price,
        int quantity,
        int side,
        int id,
        int bid,
        int bidQuantity,
        int ask,
        int askQuantity,
        int marked,
        long delayNs,
        int priceExponent,
        boolean oneSided) {
    private static final int NONE = -1;

    static TickColumns ofTrades(
            final List<String> names,
            final StampForm stampForm,
            final int price,
            final int quantity,
            final int side,
            final int id) {
        return new TickColumns(names, stampForm, price, quantity, side, id, NONE, NONE, NONE, NONE, NONE, 0, 0, false);
    }

    static TickColumns ofQuotes(
            final List<String> names,
            final StampForm stampForm,
            final int bid,
            final int bidQuantity,
            final int ask,
            final int askQuantity) {
        return new TickColumns(
                names, stampForm, NONE, NONE, NONE, NONE, bid, bidQuantity, ask, askQuantity, NONE, 0, 0, false);
    }

    TickColumns markedBy(final int column) {
        return copy(column, delayNs, priceExponent, oneSided);
    }

    TickColumns knownAfter(final long newDelayNs) {
        return copy(marked, newDelayNs, priceExponent, oneSided);
    }

    TickColumns multipliedBy(final int exponent) {
        return copy(marked, delayNs, exponent, oneSided);
    }

    TickColumns oneSideARow() {
        return copy(marked, delayNs, priceExponent, true);
    }

    private TickColumns copy(
            final int newMarked, final long newDelayNs, final int newExponent, final boolean newOneSided) {
        return new TickColumns(
                names,
                stampForm,
                price,
                quantity,
                side,
                id,
                bid,
                bidQuantity,
                ask,
                askQuantity,
                newMarked,
                newDelayNs,
                newExponent,
                newOneSided);
    }

    boolean areTrades() {
        return price >= 0;
    }

    int count() {
        return names.size();
    }
}
