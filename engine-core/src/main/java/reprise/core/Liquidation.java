package reprise.core;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * Closes positions on the operator's order. First asks to cancel every open order of the instrument, and sends closing orders only when
 * none is open any more: a closing order beside one that may still fill could turn the position over. Each strategy's book is closed by an
 * order of its own, so that the books go flat, not only their sum. Part of replayed state.
 */
final class Liquidation implements Snapshotable {
    private final Instruments instruments;
    private final Orders orders;
    private final Portfolio portfolio;
    private final OrderDesk desk;
    private final OrderRequest request = new OrderRequest();
    private boolean[] closing = {};

    Liquidation(final Instruments instruments, final Orders orders, final Portfolio portfolio, final OrderDesk desk) {
        this.instruments = instruments;
        this.orders = orders;
        this.portfolio = portfolio;
        this.desk = desk;
    }

    /** Begins to close one instrument; without effect where that is under way. */
    void close(final int instrumentId) {
        if (instrumentId >= closing.length) {
            closing = Arrays.copyOf(closing, instruments.count());
        }
        closing[instrumentId] = true;
        onMarket(instrumentId);
    }

    /** Closes one instrument; if that is under way, takes back the closing orders, so that they are sent anew with the next market event. */
    void closeAnew(final int instrumentId) {
        if (isClosing(instrumentId)) {
            int index = 0;
            while (index < orders.openCount()) {
                final Order order = orders.openAt(index);
                if (order.instrumentId() == instrumentId) {
                    desk.cancel(order);
                }
                index += order.isOpen() ? 1 : 0;
            }
        }
        close(instrumentId);
    }

    boolean isClosing(final int instrumentId) {
        return instrumentId < closing.length && closing[instrumentId];
    }

    /** The market moved on: asks once more to cancel what a venue did not cancel, or goes a step further. */
    void onMarket(final int instrumentId) {
        if (isClosing(instrumentId)) {
            desk.cancelAll(OrderDesk.ANY, instrumentId);
            proceed(instrumentId);
        }
    }

    /**
     * An order changed, which may have been the last one in the way. A closing order that the venue ends early is repeated when the market
     * moves on, not at once: a venue that ends it again at once would keep the engine busy for ever. One that the venue rejects would be
     * rejected again: the rest is left to the operator.
     */
    void onOrder(final Order order) {
        final int instrumentId = order.instrumentId();
        if (!isClosing(instrumentId)) {
            return;
        }
        final boolean endedEarly = order.isByOperator() && !order.isOpen() && order.state() != OrderState.FILLED;
        if (!endedEarly) {
            proceed(instrumentId);
        } else if (order.state() == OrderState.REJECTED) {
            closing[instrumentId] = false;
        }
    }

    private void proceed(final int instrumentId) {
        if (!hasOpenOrders(instrumentId)) {
            closing[instrumentId] = submitClosingOrders(instrumentId);
        }
    }

    private boolean hasOpenOrders(final int instrumentId) {
        for (int i = 0; i < orders.openCount(); i++) {
            if (orders.openAt(i).instrumentId() == instrumentId) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether there is anything left to wait for. */
    private boolean submitClosingOrders(final int instrumentId) {
        final Instrument instrument = instruments.get(instrumentId);
        boolean waiting = false;
        for (int strategyId = 0; strategyId < portfolio.bookCount(); strategyId++) {
            final Position book = portfolio.book(strategyId, instrumentId);
            final long held = Math.abs(book.quantity());
            final long quantity = held - held % instrument.definition().lotSize();
            if (quantity > 0) {
                final Side side = book.quantity() > 0 ? Side.SELL : Side.BUY;
                request.market(instrument, side, quantity, TimeInForce.GTC).byOperator();
                final RejectReason reason = desk.submit(strategyId, request);
                // Without a price or a venue now there may be one later; any other refusal would come again.
                waiting |= reason == RejectReason.NONE
                        || reason == RejectReason.NO_MARKET_PRICE
                        || reason == RejectReason.VENUE_DISCONNECTED;
            }
        }
        return waiting;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("liquidation", 0);
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                sink.field("closing", i);
            }
        }
    }
}
