package reprise.simulation.alpaca.account;

import java.math.BigDecimal;

/**
 * What a client asks for in a new order; null where it says nothing.
 *
 * @param symbol ticker, pair or id of an asset.
 * @param side which way.
 * @param type at which price.
 * @param timeInForce how long.
 * @param quantity how much, unless by value.
 * @param notional value instead of a quantity.
 * @param prices of the order.
 * @param extendedHours whether it works before the open and after the close.
 * @param clientOrderId the client's name for it.
 * @param orderClass how orders belong together.
 * @param takeProfit limit of the target.
 * @param stopLoss stop of the exit.
 * @param stopLossLimit limit of the exit.
 * @param positionIntent what the client means by it.
 */
public record OrderRequest(
        String symbol,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        BigDecimal quantity,
        BigDecimal notional,
        OrderPrices prices,
        boolean extendedHours,
        String clientOrderId,
        OrderClass orderClass,
        BigDecimal takeProfit,
        BigDecimal stopLoss,
        BigDecimal stopLossLimit,
        String positionIntent) {}
