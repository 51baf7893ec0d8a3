package reprise.simulation.venue;

import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;
import reprise.order.Side;
import reprise.simulation.market.BarSource;

/** What happens in the market: first at the venue, where it fills orders, then on the feed. */
final class VenueMarket {
    private final VenueListing[] listings;
    private final VenueReports reports;
    private final MessageLine feed;
    private final EventPublisher events;
    private final BarMatcher barMatcher;
    private final BookMatcher bookMatcher;
    private final StopWatcher stops;
    private final Auctions auctions;
    private final DayOrders dayOrders;

    VenueMarket(
            final List<VenueListing> listings,
            final VenueReports reports,
            final MessageLine feed,
            final BarMatcher barMatcher,
            final BookMatcher bookMatcher,
            final StopWatcher stops,
            final Auctions auctions,
            final DayOrders dayOrders) {
        this.listings = listings.toArray(VenueListing[]::new);
        this.reports = reports;
        this.feed = feed;
        events = new EventPublisher(feed);
        this.barMatcher = barMatcher;
        this.bookMatcher = bookMatcher;
        this.stops = stops;
        this.auctions = auctions;
        this.dayOrders = dayOrders;
    }

    /** The publisher of market data, set to the time at which one event, which must follow, will arrive. */
    private EventPublisher feed() {
        return events.at(feed.plan());
    }

    void openBar(final int instrumentId, final BarSource bar) {
        final VenueListing listing = listings[instrumentId];
        dayOrders.marketMoves(listing, bar.openTimeNs());
        reports.advanceTo(bar.openTimeNs());
        // Of bars that overlap, which sound data does not have, only the first trades.
        if (listing.tradingBar() == null) {
            barMatcher.open(listing, bar);
        }
    }

    boolean reachExtremes(final int instrumentId, final BarSource bar) {
        return reachExtremes(listings[instrumentId], bar);
    }

    private boolean reachExtremes(final VenueListing listing, final BarSource bar) {
        reports.advanceTo(bar.closeTimeNs());
        return listing.orderCount() > 0 && listing.tradingBar() == bar && barMatcher.reachExtremes(listing, bar);
    }

    void closeBar(final int instrumentId, final BarSource bar) {
        final VenueListing listing = listings[instrumentId];
        reachExtremes(listing, bar);
        if (listing.tradingBar() == bar) {
            barMatcher.close(listing, bar);
        }
        listing.instrument().onTrade(bar.closePrice(), 0);
        publishBar(instrumentId, bar, bar.closeTimeNs());
    }

    /** Nobody can tell its open from its close. Returns false, and does nothing, if somebody may. */
    boolean passBar(final int instrumentId, final BarSource bar) {
        final VenueListing listing = listings[instrumentId];
        final boolean passes =
                dayOrders.endAfter(bar.openTimeNs()) && (listing.tradingBar() != null || barMatcher.pass(listing, bar));
        if (passes) {
            listing.instrument().onTrade(bar.closePrice(), 0);
            publishBar(instrumentId, bar, bar.closeTimeNs());
        }
        return passes;
    }

    void publishBar(final int instrumentId, final BarSource bar, final long timeNs) {
        reports.advanceTo(timeNs);
        feed().onBar(
                        instrumentId,
                        bar.closeTimeNs(),
                        bar.periodNs(),
                        bar.openPrice(),
                        bar.highPrice(),
                        bar.lowPrice(),
                        bar.closePrice(),
                        bar.volume());
    }

    void quote(
            final int instrumentId,
            final long timeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final VenueListing listing = begin(instrumentId, timeNs);
        listing.book().quote(bidPrice, bidQuantity, askPrice, askQuantity);
        listing.instrument().onQuote(bidPrice, bidQuantity, askPrice, askQuantity);
        bookChanged(listing);
        feed().onQuote(instrumentId, timeNs, bidPrice, bidQuantity, askPrice, askQuantity);
    }

    void trade(
            final int instrumentId,
            final long timeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        final VenueListing listing = listings[instrumentId];
        reports.advanceTo(timeNs);
        final boolean trading = listing.isTrading();
        final long left = trading ? auctions.traded(listing, timeNs, price, quantity) : 0;
        begin(instrumentId, timeNs);
        listing.trades();
        listing.instrument().onTrade(price, quantity);
        if (trading) {
            bookMatcher.traded(listing, price, left, aggressor);
            stops.traded(listing, price);
        }
        feed().onTrade(instrumentId, timeNs, price, quantity, aggressor);
    }

    void level(final int instrumentId, final long timeNs, final Side side, final long price, final long quantity) {
        final VenueListing listing = begin(instrumentId, timeNs);
        listing.book().level(side, price, quantity);
        final PriceLevels bids = listing.book().levels(Side.BUY);
        final PriceLevels asks = listing.book().levels(Side.SELL);
        listing.instrument().onQuote(bids.bestPrice(), 0, asks.bestPrice(), 0);
        bookChanged(listing);
        feed().onBookLevel(instrumentId, timeNs, side, price, quantity);
    }

    void clear(final int instrumentId, final long timeNs) {
        begin(instrumentId, timeNs).book().clear();
        feed().onBookCleared(instrumentId, timeNs);
    }

    void status(final int instrumentId, final long timeNs, final InstrumentStatus status) {
        reports.advanceTo(timeNs);
        final VenueListing listing = listings[instrumentId];
        listing.changeStatus(status);
        bookChanged(listing);
        feed().onInstrumentStatus(instrumentId, timeNs, status);
    }

    void borrow(final int instrumentId, final long timeNs, final long availableQuantity, final long annualRatePpm) {
        reports.advanceTo(timeNs);
        feed().onBorrowReported(instrumentId, timeNs, availableQuantity, annualRatePpm);
    }

    private VenueListing begin(final int instrumentId, final long timeNs) {
        final VenueListing listing = listings[instrumentId];
        dayOrders.marketMoves(listing, timeNs);
        reports.advanceTo(timeNs);
        listing.seesTicks();
        listing.priced(timeNs);
        return listing;
    }

    private void bookChanged(final VenueListing listing) {
        bookMatcher.bookChanged(listing);
        if (listing.isTrading()) {
            stops.quoted(listing);
        }
    }
}
