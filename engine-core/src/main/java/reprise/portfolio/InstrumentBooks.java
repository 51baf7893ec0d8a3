package reprise.portfolio;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/**
 * All positions in one instrument: a book for each strategy, and the net of them. Every change happens to both, so that after it
 *
 * <pre>
 *   sum of the books' quantities          == net quantity
 *   sum of the books' (cost - realised)   == net cost - net realised
 *   sum of the books' income, and fees    == those of the net
 * </pre>
 *
 * <p>The second line links the books' results to the net's: where two strategies stand on opposite sides, each has its own cost and its own
 * result, the net has less of both, and the difference of results is the difference of costs. When all books are flat the results are
 * equal. Allocates only when it is made; part of replayed state.
 */
final class InstrumentBooks {
    final Instrument instrument;
    final int currencyId;
    final Position net;
    final Position[] books;
    final TradeLinks[] links;
    private final long[] values;
    private long netValue;
    private boolean held;

    InstrumentBooks(final Instrument instrument, final int currencyId, final int bookCount, final LinkLog log) {
        this.instrument = instrument;
        this.currencyId = currencyId;
        net = new Position(instrument, CostBasis.AVERAGE);
        books = new Position[bookCount];
        links = new TradeLinks[bookCount];
        values = new long[bookCount];
        for (int i = 0; i < bookCount; i++) {
            links[i] = new TradeLinks(i, instrument.id(), log);
            books[i] = new Position(instrument, links[i]);
        }
    }

    void fill(
            final int strategyId,
            final long orderId,
            final long entryOrderId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        net.fill(orderId, entryOrderId, signedQuantity, signedNotional);
        net.pay(fee);
        books[strategyId].fill(orderId, entryOrderId, signedQuantity, signedNotional);
        books[strategyId].pay(fee);
        links[strategyId].check(books[strategyId]);
    }

    void bust(
            final int strategyId,
            final long orderId,
            final long signedQuantity,
            final long signedNotional,
            final long fee) {
        net.fill(orderId, 0, signedQuantity, signedNotional);
        net.pay(fee);
        links[strategyId].bust(books[strategyId], orderId, signedQuantity, signedNotional);
        books[strategyId].pay(fee);
        links[strategyId].check(books[strategyId]);
    }

    /**
     * The venue reported the net quantity, and one book takes the difference: at our own average cost what takes the net towards zero, at the
     * reported price what takes it away from zero. Returns the value that came in.
     */
    long reported(final int strategyId, final long quantity, final long averagePrice) {
        final long difference = Math.subtractExact(quantity, net.quantity());
        final long closing = closing(net.quantity(), difference);
        final long closedCost = closing == 0 ? 0 : Shares.of(net.cost(), Math.abs(closing), Math.abs(net.quantity()));
        final long openedCost = instrument.notional(averagePrice, difference - closing);
        fill(strategyId, 0, 0, closing, -closedCost, 0);
        fill(strategyId, 0, 0, difference - closing, openedCost, 0);
        return Math.subtractExact(openedCost, closedCost);
    }

    /** The part of a difference that takes a quantity towards zero. */
    private static long closing(final long quantity, final long difference) {
        if (quantity == 0 || (quantity ^ difference) >= 0) {
            return 0;
        }
        return difference > 0 ? Math.min(difference, -quantity) : Math.max(difference, -quantity);
    }

    /** Returns the cash that comes in for fractions. */
    long split(final SplitRounding split) {
        for (int i = 0; i < books.length; i++) {
            final long cashBefore = split.cashSum();
            final long quantityBefore = split.quantitySum();
            final long costChange = links[i].split(split);
            final long quantityChange = split.quantitySum() - quantityBefore - books[i].quantity();
            books[i].adjust(quantityChange, costChange, cashBefore - split.cashSum());
            links[i].check(books[i]);
        }
        final long cash = split.cashSum();
        final long costChange = split.costChange(net.quantity(), net.cost(), split.fractionSum(), cash);
        net.adjust(split.quantitySum() - net.quantity(), costChange, -cash);
        return cash;
    }

    /** Returns the cash that comes in; books are rounded so that they sum to it. */
    long dividend(final long amountPerUnit) {
        final int decimals = instrument.definition().quantityDecimals();
        long quantity = 0;
        long sum = 0;
        for (final Position book : books) {
            quantity += book.quantity();
            final long newSum = Decimals.multiply(amountPerUnit, quantity, decimals, Rounding.HALF_EVEN);
            book.receive(newSum - sum);
            sum = newSum;
        }
        net.receive(sum);
        return sum;
    }

    /**
     * Values every position at the mark price and passes the changes on. A price at which money cannot say a value is not believed: all
     * values stay.
     */
    void revalue(final CurrencyLedger ledger, final Exposure[] exposures) {
        held = true;
        if (value()) {
            ledger.valueChanged(net.marketValue(), netValue);
            net.marketValue(netValue);
            held = netValue != 0 || !net.isFlat();
            for (int i = 0; i < books.length; i++) {
                valued(books[i], values[i], exposures[i]);
            }
        }
    }

    /** Works out all values; returns whether money can say them. */
    private boolean value() {
        try {
            netValue = net.valueAtMark();
            final boolean isPriced = !net.isFlat() && instrument.markPrice() != 0;
            for (int i = 0; i < books.length; i++) {
                // Mostly one book holds all there is.
                final boolean holdsAll = isPriced && books[i].quantity() == net.quantity();
                values[i] = holdsAll ? netValue : books[i].valueAtMark();
            }
            return true;
        } catch (final ArithmeticException e) {
            return false;
        }
    }

    private void valued(final Position book, final long value, final Exposure exposure) {
        if (value != book.marketValue()) {
            exposure.change(currencyId, book.marketValue(), value);
            book.marketValue(value);
        }
        held |= !book.isFlat();
    }

    /** Whether any book holds anything, so that a new price means something. */
    boolean isHeld() {
        return held;
    }

    void addTo(final CurrencyLedger ledger, final Exposure[] exposures) {
        ledger.putIn(net);
        ledger.valueChanged(0, net.marketValue());
        held = !net.isFlat();
        for (int i = 0; i < books.length; i++) {
            exposures[i].change(currencyId, 0, books[i].marketValue());
            held |= !books[i].isFlat();
        }
    }

    void check() {
        long quantity = 0;
        long costLessRealised = 0;
        long income = 0;
        long fees = 0;
        for (final Position book : books) {
            quantity += book.quantity();
            costLessRealised += book.cost() - book.realisedPnl();
            income += book.income();
            fees += book.fees();
        }
        require(quantity, net.quantity(), "quantity");
        require(costLessRealised, net.cost() - net.realisedPnl(), "cost less realised result");
        require(income, net.income(), "income");
        require(fees, net.fees(), "fees");
    }

    void audit() {
        check();
        for (int i = 0; i < books.length; i++) {
            links[i].check(books[i]);
        }
    }

    private void require(final long ofBooks, final long ofNet, final String what) {
        if (ofBooks != ofNet) {
            throw new IllegalStateException("strategy books do not sum to the net position: instrumentId="
                    + instrument.id() + ", " + what + ": books=" + ofBooks + ", net=" + ofNet);
        }
    }

    void exchange(final StateExchange state) {
        state.section("netPosition", instrument.id());
        net.exchange(state);
        for (int i = 0; i < books.length; i++) {
            state.section("book", i);
            books[i].exchange(state);
            links[i].exchange(state);
        }
    }
}
