package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** One question of the gate. Pure: reads state, changes nothing, allocates nothing. */
public interface RiskCheck {
    /**
     * Asks the question of a request.
     *
     * @param strategyId whose request it is; 0 for the operator's own book.
     * @param request whose instrument is defined.
     * @param verdict to refuse with, where there are numbers to it.
     * @return NONE, or why it must not pass.
     * @throws ArithmeticException where a value is more than money can say, and so more than any limit.
     */
    RejectReason check(int strategyId, OrderRequest request, RiskVerdict verdict);

    /**
     * Whether the question is put to orders that only take a strategy's book towards zero. Limits of size let them pass.
     *
     * @return true unless it is a limit of size.
     */
    default boolean bindsReductions() {
        return true;
    }

    /**
     * Whether the question is put to what the operator orders explicitly.
     *
     * @return false unless the venue or the engine could not do it anyway.
     */
    default boolean bindsOperator() {
        return false;
    }
}
