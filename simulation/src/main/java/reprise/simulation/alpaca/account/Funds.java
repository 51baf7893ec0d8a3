package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;

/** Whether the account can pay for an order, or has what it sells. Guarded by the venue's lock. */
public final class Funds {
    /** By which an order without a limit is valued above the market. */
    private static final BigDecimal MARKET_MARGIN = new BigDecimal("1.03");

    private final Market market;
    private final Books books;
    private final Orders orders;

    Funds(final Market market, final Books books, final Orders orders) {
        this.market = market;
        this.books = books;
        this.orders = orders;
    }

    /**
     * What a position has that no order is about to sell, or to buy back.
     *
     * @param asset of the position.
     * @return negative for a short position.
     */
    public BigDecimal available(final Asset asset) {
        final BigDecimal quantity = books.position(asset).quantity();
        final Side exit = quantity.signum() > 0 ? Side.SELL : Side.BUY;
        final BigDecimal held = orders.committed(asset, exit).min(quantity.abs());
        return quantity.signum() > 0 ? quantity.subtract(held) : quantity.add(held);
    }

    /**
     * What may be bought with margin.
     *
     * @return in dollars, not negative.
     */
    public BigDecimal buyingPower() {
        return books.equity()
                .multiply(BigDecimal.valueOf(books.terms().multiplier()))
                .subtract(books.exposure())
                .subtract(reserved())
                .max(BigDecimal.ZERO);
    }

    /**
     * What may be bought with cash alone, such as pairs.
     *
     * @return in dollars, not negative.
     */
    public BigDecimal cashBuyingPower() {
        return books.cash().subtract(reserved()).max(BigDecimal.ZERO);
    }

    private BigDecimal reserved() {
        return orders.open().stream()
                .filter(order -> order.status() != OrderStatus.HELD && !orders.isAlternative(order))
                .filter(order -> order.replaces() == null || order.replaces().status() != OrderStatus.PENDING_REPLACE)
                .map(order -> cost(order.request(), order.asset(), order.leaves()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What an order would bind: what it opens beyond what it closes, at its worst price. */
    private BigDecimal cost(final OrderRequest request, final Asset asset, final BigDecimal leaves) {
        if (request.quantity() == null) {
            return request.side() == Side.BUY ? leaves : BigDecimal.ZERO;
        }
        final BigDecimal position = books.position(asset).quantity();
        final BigDecimal closing =
                position.signum() == -request.side().sign() ? position.abs().min(leaves) : BigDecimal.ZERO;
        return leaves.subtract(closing).multiply(worstPrice(request, asset));
    }

    private BigDecimal worstPrice(final OrderRequest request, final Asset asset) {
        final BigDecimal best = market.tape(asset).best(false);
        final BigDecimal last = best == null ? market.tape(asset).lastPrice() : best;
        final BigDecimal dear = Numbers.orZero(last).multiply(MARKET_MARGIN);
        final BigDecimal limit = request.prices().limit();
        if (request.side() == Side.SELL) {
            return limit == null ? dear : limit.max(dear);
        }
        if (limit != null) {
            return limit;
        }
        final BigDecimal stop = request.prices().stop();
        return stop == null ? dear : StopRules.buyLimit(stop);
    }

    /**
     * Refuses an order that the account cannot have.
     *
     * @param request checked for form before.
     * @param asset of the order.
     * @param replaced whose place it takes, whose share is free for it; null for none.
     */
    void check(final OrderRequest request, final Asset asset, final Order replaced) {
        if (request.side() == Side.SELL) {
            checkHoldings(request, asset, replaced);
        }
        final BigDecimal leaves = request.quantity() == null ? request.notional() : request.quantity();
        final BigDecimal cost = cost(request, asset, leaves);
        final BigDecimal freed =
                replaced == null ? BigDecimal.ZERO : cost(replaced.request(), asset, replaced.leaves());
        final BigDecimal power = (asset.isCrypto() ? cashBuyingPower() : buyingPower()).add(freed);
        if (cost.signum() > 0 && cost.compareTo(power) > 0) {
            throw Refusal.forbidden("insufficient buying power")
                    .with("buying_power", power)
                    .with("cost_basis", cost);
        }
    }

    private void checkHoldings(final OrderRequest request, final Asset asset, final Order replaced) {
        final BigDecimal freed = replaced == null ? BigDecimal.ZERO : replaced.leaves();
        final BigDecimal quantity = books.position(asset).quantity();
        final BigDecimal committed = orders.committed(asset, Side.SELL).subtract(freed);
        final BigDecimal available =
                quantity.max(BigDecimal.ZERO).subtract(committed).max(BigDecimal.ZERO);
        final BigDecimal wanted = request.quantity() == null
                ? Numbers.divide(request.notional(), worstPrice(request, asset))
                : request.quantity();
        if (wanted.compareTo(available) <= 0) {
            return;
        }
        // Nothing turns a long position into a short one: what is held is sold first, by an order of its own.
        if (quantity.signum() > 0 || asset.isCrypto() || isFraction(request)) {
            throw Refusal.forbidden("insufficient qty available for order (requested: " + Numbers.plain(wanted)
                            + ", available: " + Numbers.plain(available) + ")")
                    .with("available", available)
                    .with("existing_qty", quantity)
                    .with("held_for_orders", committed)
                    .with("symbol", asset.positionSymbol());
        }
        if (!books.terms().shorting()) {
            throw Refusal.forbidden("account is not allowed to short");
        }
        if (!asset.shortable()) {
            throw Refusal.unprocessable("asset \"" + asset.symbol() + "\" cannot be sold short");
        }
    }

    private static boolean isFraction(final OrderRequest request) {
        return request.quantity() == null || !Numbers.isWhole(request.quantity());
    }
}
