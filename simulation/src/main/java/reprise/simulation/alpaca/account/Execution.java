package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * One fill of an order.
 *
 * @param id of the execution.
 * @param order that was filled.
 * @param price of this fill.
 * @param quantity of this fill.
 * @param positionQuantity after it, signed.
 * @param cumulative filled of the order with it.
 * @param leaves of the order after it.
 * @param timeNs when.
 */
public record Execution(
        UUID id,
        Order order,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal positionQuantity,
        BigDecimal cumulative,
        BigDecimal leaves,
        long timeNs) {}
