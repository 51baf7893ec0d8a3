package reprise.simulation.venue;

import reprise.market.Instrument;

/** Books a fill and reports it: fee, account, order, event, in that order. */
final class FillDesk {
    private final FeeSchedule fees;
    private final VenueAccount account;
    private final VenueOrders orders;
    private final VenueReports reports;

    FillDesk(final FeeSchedule fees, final VenueAccount account, final VenueOrders orders, final VenueReports reports) {
        this.fees = fees;
        this.account = account;
        this.orders = orders;
        this.reports = reports;
    }

    /** Returns whether the order is done. */
    boolean fill(final VenueOrder order, final long price, final long quantity, final boolean asMaker) {
        final Instrument instrument = order.listing().instrument();
        final int sign = order.side().sign();
        final long notional = instrument.notional(price, quantity);
        order.filled(quantity);
        final long unitFee =
                fees.unitFee(order.filledQuantity(), instrument.definition().quantityDecimals());
        final long fee = fees.rateFee(notional, asMaker) + order.chargeUnitFee(unitFee);
        account.fill(instrument, sign * quantity, sign * notional, fee);
        final boolean done = order.leavesQuantity() == 0;
        reports.filled(order, price, quantity, fee);
        if (done) {
            orders.remove(order);
        }
        return done;
    }
}
