package reprise.core;

import reprise.message.AccountEvents;

/** What venues say about themselves and our account. Owned by the core; holds no state of its own. */
final class AccountReports implements AccountEvents {
    private final CoreBooks books;
    private final VenueLinks venues;
    private final OutcomeWatch watch;
    private final HeldOrders held;

    AccountReports(final CoreBooks books, final VenueLinks venues, final OutcomeWatch watch, final HeldOrders held) {
        this.books = books;
        this.venues = venues;
        this.watch = watch;
        this.held = held;
    }

    @Override
    public void onVenueConnected(final int venueId) {
        venues.set(venueId, true);
        watch.onVenueConnected(venueId);
        held.onVenueConnected(venueId);
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        venues.set(venueId, false);
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        books.portfolio().cashReported(cash, currency);
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        final long before = books.portfolio().net(instrumentId).quantity();
        books.portfolio().positionReported(instrumentId, quantity, averagePrice);
        if (books.dayTrades() != null) {
            books.dayTrades().onTransfer(instrumentId, quantity - before);
        }
    }
}
