package reprise.core;

import reprise.message.AccountEvents;
import reprise.order.Side;

/** What venues say about themselves and our account. Owned by the core; holds no state of its own. */
final class AccountReports implements AccountEvents {
    private final CoreBooks books;
    private final VenueLinks venues;
    private final OutcomeWatch watch;
    private final HeldOrders held;
    private final Reconciliation reconciliation;

    AccountReports(
            final CoreBooks books,
            final VenueLinks venues,
            final OutcomeWatch watch,
            final HeldOrders held,
            final Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
        this.books = books;
        this.venues = venues;
        this.watch = watch;
        this.held = held;
    }

    @Override
    public void onVenueConnected(final int venueId) {
        venues.set(venueId, true);
        reconciliation.onConnected(venueId);
        watch.onVenueConnected(venueId);
        held.onVenueConnected(venueId);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        venues.set(venueId, false);
        reconciliation.onDisconnected(venueId);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        if (!reconciliation.onCash(venueId, cash, currency)) {
            books.portfolio().cashReported(cash, currency);
        }
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        if (!reconciliation.onPosition(venueId, instrumentId, quantity, averagePrice)) {
            books.takePosition(instrumentId, quantity, averagePrice);
        }
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        reconciliation.onBegan(venueId);
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        reconciliation.onEnded(venueId);
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {
        reconciliation.onForeignOrder(venueId, instrumentId, side, quantity);
    }
}
