package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.simulation.market.SplitMix;

/** Books what becomes of orders, and reports it: fills, with fee, account, order, event in that order, and ends without a fill. */
final class FillDesk {
    private static final int SPLIT_PIECES = 5;

    private final FeeSchedule fees;
    private final boolean allowShort;
    private final VenueAccount account;
    private final VenueOrders orders;
    private final OrderHistory history;
    private final Executions executions;
    private final VenueReports reports;
    private final TradedVolume volume = new TradedVolume();
    private final Fill fill = new Fill();
    private final long splitShareE8;
    private final SplitMix faults;
    private long splits;

    FillDesk(
            final VenueConfig config,
            final VenueAccount account,
            final VenueOrders orders,
            final OrderHistory history,
            final Executions executions,
            final VenueReports reports) {
        this.fees = config.fees();
        this.allowShort = config.allowShort();
        this.account = account;
        this.orders = orders;
        this.history = history;
        this.executions = executions;
        this.reports = reports;
        splitShareE8 = config.faults().splitShareE8();
        faults = new SplitMix(config.faults().seed() + 3);
    }

    /** Returns whether the order is done. An order that the account cannot cover any more is withdrawn instead. */
    boolean fill(final VenueOrder order, final long price, final long wanted, final boolean asMaker) {
        if (splitShareE8 == 0 || faults.nextUnit() * Money.ONE >= splitShareE8) {
            return fillAtOnce(order, price, wanted, asMaker);
        }
        final long lotSize = order.listing().instrument().definition().lotSize();
        final long piece = Math.max(order.listing().wholeLots(wanted / SPLIT_PIECES), lotSize);
        boolean done = false;
        for (long left = wanted; left > 0 && !done; left -= piece) {
            splits += left < wanted ? 1 : 0;
            // What is less than a lot goes with the last piece.
            final boolean isLast = left < 2 * piece;
            done = fillAtOnce(order, price, isLast ? left : piece, asMaker);
            left = isLast ? 0 : left;
        }
        return done;
    }

    /** How many fills came only because others were split. */
    long splits() {
        return splits;
    }

    private boolean fillAtOnce(final VenueOrder order, final long price, final long wanted, final boolean asMaker) {
        final long quantity = covered(order, wanted);
        if (quantity == 0) {
            cancel(order);
            return true;
        }
        final Instrument instrument = order.listing().instrument();
        final int sign = order.side().sign();
        fill.price = price;
        fill.quantity = sign * quantity;
        fill.notional = sign * instrument.notional(price, quantity);
        fill.liquidity = asMaker ? Liquidity.MAKER : Liquidity.TAKER;
        final boolean done = order.leavesQuantity() == quantity;
        charge(order, instrument, quantity, asMaker);
        final long executionId = executions.add(order, fill, reports.timeNs(), done);
        order.filled(quantity, Math.abs(fill.notional), executionId);
        account.fill(instrument, fill);
        volume.add(reports.timeNs(), Math.abs(fill.notional));
        reports.execution(executionId);
        if (done) {
            end(order, ReportedStatus.FILLED);
        }
        return done;
    }

    /** Two sales of the same units can both be open, as the exits of one entry are; what was sold already cannot be sold again. */
    private long covered(final VenueOrder order, final long wanted) {
        if (allowShort || order.side() == Side.BUY) {
            return wanted;
        }
        final long held = Math.max(0, account.quantity(order.listing().instrument()));
        return Math.min(wanted, order.listing().wholeLots(held));
    }

    private void charge(
            final VenueOrder order, final Instrument instrument, final long quantity, final boolean asMaker) {
        final long rateE8 = fees.rateE8(volume.upTo(reports.timeNs()), asMaker);
        if (fees.asset() == FeeAsset.BASE && order.side() == Side.BUY) {
            fill.feeAsset = FeeAsset.BASE;
            fill.fee = Money.fraction(quantity, rateE8, Rounding.CEILING);
            return;
        }
        final long unitFee = fees.unitFee(
                order.filledQuantity() + quantity,
                instrument.definition().quantityDecimals(),
                order.filledNotional() + Math.abs(fill.notional));
        fill.feeAsset = FeeAsset.QUOTE;
        fill.fee = Money.fraction(Math.abs(fill.notional), rateE8, Rounding.CEILING) + order.chargeUnitFee(unitFee);
    }

    void cancel(final VenueOrder order) {
        reports.cancelled(order.orderId());
        end(order, ReportedStatus.CANCELED);
    }

    void expire(final VenueOrder order) {
        reports.expired(order.orderId());
        end(order, ReportedStatus.EXPIRED);
    }

    private void end(final VenueOrder order, final ReportedStatus status) {
        history.ended(order, status);
        orders.remove(order);
    }
}
