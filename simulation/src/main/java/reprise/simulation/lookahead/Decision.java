package reprise.simulation.lookahead;

import reprise.order.OrderPurpose;
import reprise.order.Side;

/** That an order was wanted. How large it was is left out: that follows from equity, which has a history of its own. */
record Decision(long timeNs, int strategyId, int instrumentId, Side side, OrderPurpose purpose) {}
