package reprise.execution;

import reprise.order.RejectReason;

/** Is told what algorithms decided, with the numbers that made them do so. Called on the core's thread during an event. */
public interface ExecutionListener {
    /**
     * Something was decided.
     *
     * @param strategyId in whose book.
     * @param instrumentId of what.
     * @param decision what.
     * @param reason why our own side refused; NONE otherwise.
     * @param orderId of which order; {@link reprise.order.OrderIds#NULL_ORDER_ID} for none.
     * @param quantity of the order, or what remains, in quantity units.
     * @param price limit of the order in price units; 0 for none.
     * @param referencePrice the mid that it was priced by, floored, in price units; 0 for none.
     */
    void onDecision(
            int strategyId,
            int instrumentId,
            ExecutionDecision decision,
            RejectReason reason,
            long orderId,
            long quantity,
            long price,
            long referencePrice);
}
