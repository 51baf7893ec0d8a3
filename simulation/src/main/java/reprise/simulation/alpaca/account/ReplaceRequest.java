package reprise.simulation.alpaca.account;

import java.math.BigDecimal;

/**
 * What a client wants changed of an order; null for what stays.
 *
 * @param quantity of the new order; what the old one filled is not taken off.
 * @param timeInForce how long.
 * @param limit worst price.
 * @param stop price that wakes it.
 * @param trail distance of a trailing stop, in the order's own unit.
 * @param clientOrderId name of the new order.
 */
public record ReplaceRequest(
        BigDecimal quantity,
        TimeInForce timeInForce,
        BigDecimal limit,
        BigDecimal stop,
        BigDecimal trail,
        String clientOrderId) {}
