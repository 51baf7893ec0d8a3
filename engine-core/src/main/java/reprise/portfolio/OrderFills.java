package reprise.portfolio;

import reprise.market.Instrument;
import reprise.order.FeeAsset;
import reprise.order.Order;

/**
 * Books what venues report of our orders. A fee in the base asset is taken off the quantity that the book receives, and is valued in money at
 * the price of the fill: buying 1 BTC at 50,000 for a fee of 0.001 BTC gives 0.999 BTC at a cost of 49,950 and a fee of 50; cash moves by
 * 50,000. Allocates nothing; holds no state.
 */
public final class OrderFills {
    private final Portfolio portfolio;
    private long signedQuantity;
    private long signedNotional;
    private long money;

    /**
     * Books for a portfolio.
     *
     * @param portfolio that changes.
     */
    public OrderFills(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /**
     * Books a fill. What it closes belongs to the entry that the order names, or to the oldest of its book.
     *
     * @param order that was filled.
     * @param price of the fill.
     * @param quantity of the fill, positive.
     * @param fee paid: money, or units of the base asset.
     * @param feeAsset in what.
     */
    public void fill(
            final Order order, final long price, final long quantity, final long fee, final FeeAsset feeAsset) {
        value(order, price, quantity, fee, feeAsset);
        portfolio.book(
                order.strategyId(),
                order.instrumentId(),
                order.orderId(),
                order.terms().entryOrderId(),
                signedQuantity,
                signedNotional,
                money);
    }

    /**
     * A venue takes a fill back: cash, quantity and fee go back to what they were. What the order had opened goes away, and what it had closed
     * is open again at its old cost, as far as the links between the two are remembered.
     *
     * @param order whose fill it was.
     * @param price of the fill.
     * @param quantity of the fill, positive.
     * @param fee that was paid for it.
     * @param feeAsset in what.
     */
    public void bust(
            final Order order, final long price, final long quantity, final long fee, final FeeAsset feeAsset) {
        value(order, price, quantity, fee, feeAsset);
        portfolio.bust(
                order.strategyId(), order.instrumentId(), order.orderId(), -signedQuantity, -signedNotional, -money);
    }

    private void value(
            final Order order, final long price, final long quantity, final long fee, final FeeAsset feeAsset) {
        final Instrument instrument = portfolio.net(order.instrumentId()).instrument();
        final boolean inBase = feeAsset == FeeAsset.BASE;
        money = inMoney(instrument, price, fee, feeAsset);
        signedQuantity = order.side().sign() * quantity - (inBase ? fee : 0);
        signedNotional = order.side().sign() * instrument.notional(price, quantity) - (inBase ? money : 0);
    }

    /**
     * How much the book received or gave in the fill booked or taken back last.
     *
     * @return quantity less a fee in the base asset, positive.
     */
    public long bookedQuantity() {
        return Math.abs(signedQuantity);
    }

    /**
     * A fee in money.
     *
     * @param instrument that was traded.
     * @param price of the fill.
     * @param fee money, or units of the base asset.
     * @param feeAsset which of the two.
     * @return money, a base asset valued at the price of the fill.
     */
    public static long inMoney(final Instrument instrument, final long price, final long fee, final FeeAsset feeAsset) {
        return feeAsset == FeeAsset.BASE ? instrument.notional(price, fee) : fee;
    }
}
