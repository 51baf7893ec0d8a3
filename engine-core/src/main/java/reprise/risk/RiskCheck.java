package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** One question of the gate. Pure: reads state, changes nothing, allocates nothing. */
interface RiskCheck {
    /**
     * Asks the question of a request.
     *
     * @param request whose instrument is defined.
     * @return NONE, or why it must not pass.
     */
    RejectReason check(OrderRequest request);
}
