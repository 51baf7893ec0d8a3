package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/**
 * How algorithms reach the market: the core's order desk as they see it. Every call answers at once with what our own side says; what the
 * venue says comes later, as calls of {@link ExecutionAlgorithm}, and never during these calls.
 */
public interface OrderEntry {
    /**
     * What would become of a request, without sending it.
     *
     * @param strategyId in whose book.
     * @param request what is wanted.
     * @return NONE if it would be sent.
     */
    RejectReason check(int strategyId, OrderRequest request);

    /**
     * Sends an order.
     *
     * @param strategyId in whose book.
     * @param request what is wanted; knows the id of its order afterwards.
     * @return NONE if it was sent.
     */
    RejectReason submit(int strategyId, OrderRequest request);

    /**
     * Asks to cancel an order.
     *
     * @param orderId which.
     * @return NONE if it was asked for.
     */
    RejectReason cancel(long orderId);

    /**
     * Asks for new terms of a limit order.
     *
     * @param orderId which.
     * @param quantity new whole quantity, including what has traded.
     * @param limitPrice new limit, in price units.
     * @return NONE if it was asked for.
     */
    RejectReason replace(long orderId, long quantity, long limitPrice);

    /**
     * Whether there is any use in sending an order now: it can reach its venue, and trading is not halted. Where there is not, the market's
     * next move is waited for.
     *
     * @param strategyId in whose book.
     * @param instrument of what.
     * @return false where every order would be refused.
     */
    default boolean isOpenForBusiness(final int strategyId, final Instrument instrument) {
        return true;
    }
}
