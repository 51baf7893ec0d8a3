package reprise.core;

import java.util.Arrays;
import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Closes positions, by book and instrument, on the order of the operator or the risk monitor. First asks to cancel every open order of the
 * book in the instrument, and sends its closing order only when none is open any more: a closing order beside one that may still fill could turn the position over. Each strategy's book is closed by an
 * order of its own, so that the books go flat, not only their sum. Part of replayed state.
 */
final class Liquidation implements Snapshotable {
    private final Instruments instruments;
    private final Orders orders;
    private final Portfolio portfolio;
    private final OrderDesk desk;
    private final OrderRequest request = new OrderRequest();
    private boolean[][] closing = {};
    private Listener listener = (book, instrumentId) -> {};

    Liquidation(final Instruments instruments, final Orders orders, final Portfolio portfolio, final OrderDesk desk) {
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        this.desk = desk;
    }

    /** Is told of every closing before it begins. */
    interface Listener {
        void onClosing(int book, int instrumentId);
    }

    /** Named apart because each needs the other. */
    void listener(final Listener newListener) {
        listener = newListener;
    }

    /** Begins to close a book, or {@link OrderDesk#ANY}, in one instrument; without effect where that is under way. */
    void close(final int book, final int instrumentId) {
        makeRoom(instrumentId);
        if (book == OrderDesk.ANY) {
            Arrays.fill(closing[instrumentId], true);
        } else {
            closing[instrumentId][book] = true;
        }
        listener.onClosing(book, instrumentId);
        onMarket(instrumentId);
    }

    private void makeRoom(final int instrumentId) {
        if (instrumentId >= closing.length) {
            final int oldLength = closing.length;
            closing = Arrays.copyOf(closing, instruments.count());
            for (int i = oldLength; i < closing.length; i++) {
                closing[i] = new boolean[portfolio.bookCount()];
            }
        }
    }

    /**
     * Closes all books in one instrument; where that is under way, takes back the closing orders, so that they are sent anew with the next
     * market event.
     */
    void closeAnew(final int instrumentId) {
        int index = 0;
        while (index < orders.openCount()) {
            final Order order = orders.openAt(index);
            if (order.instrumentId() == instrumentId && isClosing(order.strategyId(), instrumentId)) {
                desk.cancel(order);
            }
            index += order.isOpen() ? 1 : 0;
        }
        close(OrderDesk.ANY, instrumentId);
    }

    boolean isClosing(final int book, final int instrumentId) {
        return instrumentId < closing.length && closing[instrumentId][book];
    }

    /** The market moved on: asks once more to cancel what a venue did not cancel, or goes a step further. */
    void onMarket(final int instrumentId) {
        if (instrumentId < closing.length) {
            for (int book = 0; book < closing[instrumentId].length; book++) {
                if (closing[instrumentId][book]) {
                    desk.cancelAll(book, instrumentId);
                    proceed(book, instrumentId);
                }
            }
        }
    }

    /**
     * An order changed, which may have been the last one in the way. A closing order that leaves something, because the venue ends it early or
     * takes its fee of what it bought, is repeated when the market moves on, not at once: a venue that does so again at once would keep the
     * engine busy for ever. One that the venue rejects would be rejected again: the rest is left to the operator.
     */
    void onOrder(final Order order) {
        final int book = order.strategyId();
        final int instrumentId = order.instrumentId();
        if (!isClosing(book, instrumentId)) {
            return;
        }
        final boolean hasEnded = order.isByOperator() && !order.isOpen();
        if (!hasEnded || quantityToClose(book, instrumentId) == 0) {
            proceed(book, instrumentId);
        } else if (order.state() == OrderState.REJECTED) {
            closing[instrumentId][book] = false;
        }
    }

    private void proceed(final int book, final int instrumentId) {
        if (!hasOpenOrders(book, instrumentId)) {
            closing[instrumentId][book] = submitClosingOrder(book, instrumentId);
        }
    }

    private boolean hasOpenOrders(final int book, final int instrumentId) {
        for (int i = 0; i < orders.openCount(); i++) {
            if (orders.openAt(i).instrumentId() == instrumentId
                    && orders.openAt(i).strategyId() == book) {
                return true;
            }
        }
        return false;
    }

    private long quantityToClose(final int book, final int instrumentId) {
        final long held = Math.abs(portfolio.book(book, instrumentId).quantity());
        return held - held % instruments.get(instrumentId).definition().lotSize();
    }

    /** Returns whether there is anything left to wait for. */
    private boolean submitClosingOrder(final int bookId, final int instrumentId) {
        final long quantity = quantityToClose(bookId, instrumentId);
        if (quantity == 0) {
            return false;
        }
        final Side side = portfolio.book(bookId, instrumentId).quantity() > 0 ? Side.SELL : Side.BUY;
        request.market(instruments.get(instrumentId), side, quantity, TimeInForce.GTC)
                .byOperator();
        final RejectReason reason = desk.submit(bookId, request, OrderPurpose.LIQUIDATION);
        // Without a price or a venue now there may be one later; any other refusal would come again.
        return reason == RejectReason.NONE
                || reason == RejectReason.NO_MARKET_PRICE
                || reason == RejectReason.VENUE_DISCONNECTED;
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("liquidation", closingCount(), Integer.MAX_VALUE);
        int index = -1;
        for (int i = 0; i < count; i++) {
            index = state.isRestoring() ? index : nextClosing(index);
            final int bookCount = portfolio.bookCount();
            final int instrumentId = state.field("closing", Math.floorDiv(index, bookCount));
            final int book = state.field("book", Math.floorMod(index, bookCount));
            if (state.isRestoring()) {
                makeRoom(instrumentId);
                closing[instrumentId][book] = true;
            }
        }
    }

    private int closingCount() {
        int count = 0;
        for (final boolean[] books : closing) {
            for (final boolean isClosing : books) {
                count += isClosing ? 1 : 0;
            }
        }
        return count;
    }

    /** The place of the next book that is being closed, counting through all books of all instruments. */
    private int nextClosing(final int index) {
        int next = index + 1;
        while (!closing[next / portfolio.bookCount()][next % portfolio.bookCount()]) {
            next++;
        }
        return next;
    }
}
