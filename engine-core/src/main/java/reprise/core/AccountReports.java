package reprise.core;

import reprise.message.AccountEvents;

/** What venues say about themselves and our account. Owned by the core; holds no state of its own. */
final class AccountReports implements AccountEvents {
    private final CoreBooks books;
    private final VenueLinks venues;

    AccountReports(final CoreBooks books, final VenueLinks venues) {
        this.books = books;
        this.venues = venues;
    }

    @Override
    public void onVenueConnected(final int venueId) {
        venues.set(venueId, true);
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
        books.portfolio().positionReported(instrumentId, quantity, averagePrice);
    }
}
