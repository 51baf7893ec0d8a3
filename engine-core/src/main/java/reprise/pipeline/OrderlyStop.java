package reprise.pipeline;

import org.agrona.collections.LongArrayList;
import reprise.core.EngineCore;
import reprise.market.Instruments;
import reprise.message.OperatorEvents;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.portfolio.Position;

/**
 * Ends trading in good order before a process ends, by the operator's events and so on record: nothing is opened any more, working orders are
 * handled as the operator wants it, and what was asked of venues is waited for. First it {@linkplain #look looks} at the core, then it
 * {@linkplain #begin begins}; the core is read on its own thread, or while the pipeline is idle.
 */
public final class OrderlyStop {
    private final OrdersAtStop orders;
    private final LongArrayList entries = new LongArrayList();
    private int instrumentCount;

    /**
     * A stop that has not begun.
     *
     * @param orders what becomes of working ones.
     */
    public OrderlyStop(final OrdersAtStop orders) {
        this.orders = orders;
    }

    /**
     * Finds out what there is to stop.
     *
     * @param core as it is now.
     */
    public void look(final EngineCore core) {
        instrumentCount = core.instruments().count();
        entries.clear();
        for (int i = 0; i < core.orders().openCount(); i++) {
            final Order order = core.orders().openAt(i);
            if (isEntry(core, order)) {
                entries.addLong(order.orderId());
            }
        }
    }

    /**
     * Stops. What is asked of venues is sent when the core has handled it.
     *
     * @param events takes what the operator asks for.
     */
    public void begin(final OperatorEvents events) {
        events.onStopRequested(OperatorEvents.ALL_STRATEGIES);
        if (orders == OrdersAtStop.CANCEL) {
            for (int i = 0; i < entries.size(); i++) {
                events.onCancelRequested(entries.getLong(i));
            }
        } else if (orders == OrdersAtStop.FLATTEN) {
            for (int id = 0; id < instrumentCount; id++) {
                events.onClosePositionRequested(id);
            }
        }
    }

    /** Exits have purposes of their own; what a strategy ordered itself closes if its book is on the other side and large enough. */
    private static boolean isEntry(final EngineCore core, final Order order) {
        if (order.purpose() != OrderPurpose.STRATEGY && order.purpose() != OrderPurpose.EXECUTION) {
            return false;
        }
        final Position book = core.portfolio().book(order.strategyId(), order.instrumentId());
        final long closable = order.side() == Side.SELL ? book.quantity() : -book.quantity();
        // Of an amount more may come than was reckoned.
        final long leaves = order.isQuantityEstimated() ? Math.max(order.leavesQuantity(), 1) : order.leavesQuantity();
        return leaves > closable;
    }

    /**
     * Whether there is nothing left to wait for.
     *
     * @param core as it is now.
     * @return true if venues have answered all, and positions that were to be closed are.
     */
    public boolean isSettled(final EngineCore core) {
        return unanswered(core.orders()) == 0
                && (orders != OrdersAtStop.FLATTEN || core.orders().openCount() == 0 && isFlat(core));
    }

    /**
     * How many orders venues have not answered for.
     *
     * @param orders of a core.
     * @return those in doubt too.
     */
    public static int unanswered(final Orders orders) {
        int count = 0;
        for (int i = 0; i < orders.openCount(); i++) {
            count += isAwaited(orders.openAt(i).state()) ? 1 : 0;
        }
        return count;
    }

    private static boolean isAwaited(final OrderState state) {
        return switch (state) {
            case PENDING_NEW, PENDING_CANCEL, PENDING_REPLACE, UNKNOWN -> true;
            default -> false;
        };
    }

    /** What is less than a lot cannot be closed. */
    private static boolean isFlat(final EngineCore core) {
        final Instruments instruments = core.instruments();
        for (int id = 0; id < instruments.count(); id++) {
            for (int book = 0; book < core.portfolio().bookCount(); book++) {
                if (Math.abs(core.portfolio().book(book, id).quantity())
                        >= instruments.get(id).definition().lotSize()) {
                    return false;
                }
            }
        }
        return true;
    }
}
