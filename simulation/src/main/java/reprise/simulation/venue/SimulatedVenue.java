package reprise.simulation.venue;

import java.util.ArrayList;
import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.simulation.market.BarSource;

/**
 * A venue that trades on historical or synthetic bars, quotes, trades and levels. Publishes what a real one would: market data, answers to
 * orders, fills, balances; all stamped with the time of the data. It is told when a bar opens and when it closes, and believes nothing of a
 * bar before it is due. Everything that happens in the market happens here first and is published then.
 *
 * <pre>
 *   openBar                         reachExtremes                    closeBar
 *     | day orders end                | stops that the bar reached     | limit orders that the bar traded
 *     | orders that came before       | fill at their price or worse   | through fill at their limit
 *     | fill at the open              |                                | the bar is published
 * </pre>
 *
 * <p>Of things under way {@link #nextDueNs} says when the next arrives, and {@link #runDue} lets it; all that is due, before the market moves.
 *
 * <p>Single-threaded, owned by the thread that feeds it; commands come through a {@link VenueMailbox} polled on that thread, never while
 * the market moves. Deterministic; allocates nothing per event in steady state.
 */
public final class SimulatedVenue implements EngineCommands {
    /** The most orders that may be open at once. */
    public static final int MAX_OPEN_ORDERS = 8192;

    /** Nothing is under way. */
    public static final long NEVER = DueQueue.NEVER;

    private final int venueId;
    private final List<VenueListing> listings = new ArrayList<>();
    private final VenueClock clock = new VenueClock();
    private final VenueConnection connection;
    private final MessageLine reportLine;
    private final MessageLine feedLine;
    private final VenueDesk desk;
    private final CommandLine commandLine;
    private final Agenda agenda;
    private final VenueBooks books;
    private final VenueMarket market;
    private final VenueView view;
    private boolean moving;

    /**
     * A venue that is not connected yet.
     *
     * @param config how it trades.
     * @param instruments what it trades, by dense id; all of one venue.
     * @param initialCash of our account, money units.
     * @param currency of the account.
     * @param outlet takes what the venue says; of the thread that feeds it.
     */
    public SimulatedVenue(
            final VenueConfig config,
            final List<InstrumentDefinition> instruments,
            final long initialCash,
            final String currency,
            final Outlet outlet) {
        venueId = instruments.isEmpty() ? 0 : instruments.get(0).venueId();
        for (final InstrumentDefinition definition : instruments) {
            if (definition.instrumentId() != listings.size() || definition.venueId() != venueId) {
                throw new IllegalArgumentException("instruments must have dense ids and one venue: " + definition);
            }
            listings.add(new VenueListing(definition, config.matching().queueModel()));
        }
        final LatencyModel latency = config.latency();
        final FaultSchedule faults = config.faults();
        final Agenda.Sequence sequences = new Agenda.Sequence();
        connection = new VenueConnection(faults, venueId, clock, sequences, new EventPublisher(outlet));
        reportLine = new MessageLine(
                outlet, clock, sequences, new DelaySampler(latency.reports(), latency.seed()), connection, faults);
        feedLine = new MessageLine(
                outlet, clock, sequences, new DelaySampler(latency.feed(), latency.seed() + 1), null, faults);
        final VenueAccount account = new VenueAccount(listings, initialCash, currency);
        final Executions executions = new Executions();
        final VenueReports reports = new VenueReports(reportLine, clock, executions, account);
        books = new VenueBooks(account, new VenueOrders(MAX_OPEN_ORDERS), new OrderHistory(), executions, reports);
        final FillDesk fillDesk = new FillDesk(config, account, books.orders(), books.history(), executions, reports);
        final BookMatcher matcher = new BookMatcher(config, fillDesk);
        final DayOrders dayOrders = new DayOrders(config.calendar(), listings, fillDesk, reports);
        final Auctions auctions = new Auctions(config.calendar(), fillDesk);
        final BarMatcher barMatcher = new BarMatcher(config, auctions, fillDesk, books.orders(), reports);
        market = new VenueMarket(
                listings,
                reports,
                feedLine,
                barMatcher,
                matcher,
                new StopWatcher(config.matching().stopTrigger(), books.orders(), reports, matcher),
                auctions,
                dayOrders);
        final OrderRules rules = new OrderRules(config, new Funds(account, listings, config.leverageE8()), matcher);
        desk = new VenueDesk(config, venueId, listings, books, rules, matcher, barMatcher, fillDesk, dayOrders);
        commandLine = new CommandLine(
                desk, clock, sequences, new DelaySampler(latency.orders(), latency.seed() + 2), connection);
        view = new VenueView(books, desk, fillDesk, listings);
        agenda = new Agenda(connection, commandLine, reportLine, feedLine);
    }

    /**
     * Opens for business: reports the account and that orders can come.
     *
     * @param timeNs of the data.
     */
    public void connect(final long timeNs) {
        clock.advanceTo(timeNs);
        clock.engineHears(timeNs);
        reportAccount();
        books.reports().now().onVenueConnected(venueId);
        connection.begin();
    }

    /** Says what cash we have. */
    public void reportAccount() {
        books.reports()
                .now()
                .onAccountReported(
                        venueId, books.account().cash(), books.account().currency());
    }

    /** An engine that was gone is there again: says to it whether orders can come. */
    public void reconnect() {
        connection.report();
    }

    /**
     * When the next command, report or piece of data that is under way arrives, or a connection breaks or heals.
     *
     * @return nanoseconds since the epoch, or {@link #NEVER}.
     */
    public long nextDueNs() {
        return agenda.nextDueNs();
    }

    /** Lets the next thing that is due happen; the engine's answers must be taken before the one after it. */
    public void runDue() {
        move();
        agenda.runNext();
        moving = false;
    }

    /** There is no more data: commands under way are lost and none comes any more; reports under way still arrive. */
    public void endOfData() {
        commandLine.end();
        connection.end();
    }

    /**
     * A bar begins to trade. Its open is known from now on, the rest of it is not.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source.
     */
    public void openBar(final int instrumentId, final BarSource bar) {
        move().openBar(instrumentId, bar);
        moving = false;
    }

    /**
     * A bar that was opened goes where it hurts: stops that it reached fill. To be called before {@link #closeBar}, so that what the engine
     * answers to a stop, such as to cancel the target beside it, comes before the rest of the bar.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source, unchanged since it was opened.
     * @return whether anything happened that the engine may answer.
     */
    public boolean reachExtremes(final int instrumentId, final BarSource bar) {
        final boolean happened = move().reachExtremes(instrumentId, bar);
        moving = false;
        return happened;
    }

    /**
     * A bar that was opened is complete.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source, unchanged since it was opened.
     */
    public void closeBar(final int instrumentId, final BarSource bar) {
        move().closeBar(instrumentId, bar);
        moving = false;
    }

    /**
     * A bar opens and is complete, as by {@link #openBar} and {@link #closeBar}, if no order meets it. Nothing must be due before it closes.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source.
     * @return false if an order may meet it: then nothing was done.
     */
    public boolean passBar(final int instrumentId, final BarSource bar) {
        final boolean passes = move().passBar(instrumentId, bar);
        moving = false;
        return passes;
    }

    /**
     * A bar is complete that nothing trades in, because orders trade in shorter ones of the same instrument, or in its ticks.
     *
     * @param instrumentId whose bar it is.
     * @param bar at its source.
     * @param timeNs when the venue tells of it: when it closes or later.
     */
    public void publishBar(final int instrumentId, final BarSource bar, final long timeNs) {
        move().publishBar(instrumentId, bar, timeNs);
        moving = false;
    }

    /**
     * The best bid or offer changed.
     *
     * @param instrumentId whose.
     * @param timeNs of the data.
     * @param bidPrice best bid, 0 for none.
     * @param bidQuantity quantity at the best bid.
     * @param askPrice best ask, 0 for none.
     * @param askQuantity quantity at the best ask.
     */
    public void quote(
            final int instrumentId,
            final long timeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        move().quote(instrumentId, timeNs, bidPrice, bidQuantity, askPrice, askQuantity);
        moving = false;
    }

    /**
     * Others traded.
     *
     * @param instrumentId what.
     * @param timeNs of the data.
     * @param price of the trade.
     * @param quantity of the trade.
     * @param aggressor who took the liquidity.
     */
    public void trade(
            final int instrumentId,
            final long timeNs,
            final long price,
            final long quantity,
            final Aggressor aggressor) {
        move().trade(instrumentId, timeNs, price, quantity, aggressor);
        moving = false;
    }

    /**
     * A price level of the order book changed.
     *
     * @param instrumentId whose.
     * @param timeNs of the data.
     * @param side BUY for bids.
     * @param price of the level.
     * @param quantity all that is displayed there now; 0 when the level is gone.
     */
    public void bookLevel(
            final int instrumentId, final long timeNs, final Side side, final long price, final long quantity) {
        move().level(instrumentId, timeNs, side, price, quantity);
        moving = false;
    }

    /**
     * The order book is not known any more: a snapshot follows, level by level.
     *
     * @param instrumentId whose.
     * @param timeNs of the data.
     */
    public void bookCleared(final int instrumentId, final long timeNs) {
        move().clear(instrumentId, timeNs);
        moving = false;
    }

    /**
     * An instrument was halted, or trades again.
     *
     * @param instrumentId whose.
     * @param timeNs of the data.
     * @param status from now on.
     */
    public void instrumentStatus(final int instrumentId, final long timeNs, final InstrumentStatus status) {
        move().status(instrumentId, timeNs, status);
        moving = false;
    }

    /**
     * What can be borrowed to sell short; the venue itself asks nothing for it.
     *
     * @param instrumentId whose.
     * @param timeNs of the data.
     * @param availableQuantity that may be borrowed; 0 for none.
     * @param annualRatePpm yearly rate in parts per million of the value.
     */
    public void borrowReported(
            final int instrumentId, final long timeNs, final long availableQuantity, final long annualRatePpm) {
        move().borrow(instrumentId, timeNs, availableQuantity, annualRatePpm);
        moving = false;
    }

    private VenueMarket move() {
        requireStill();
        moving = true;
        return market;
    }

    private CommandLine still() {
        requireStill();
        return commandLine;
    }

    /** An answer to a fill must not change what the same move fills next, whatever thread it comes on: hence the mailbox. */
    private void requireStill() {
        if (moving) {
            throw new IllegalStateException("command while the market moves; commands must come through a mailbox");
        }
    }

    /** The time that the venue has reached, in nanoseconds since the epoch. */
    public long timeNs() {
        return clock.venueNs();
    }

    /** What the venue has seen of us so far, by its own books. */
    public VenueTally tally() {
        return desk.tally();
    }

    /**
     * Compares the venue's books, as far as it has told of them, with the engine's, which must be idle and have seen all that the venue
     * published.
     *
     * @param engine the engine's portfolio.
     * @throws IllegalStateException if they differ by one unit.
     */
    public void requireEqualBooks(final Portfolio engine) {
        books.account().requireEqual(engine);
    }

    /** The venue's own books, for checks, live; what is told to the engine goes another way. */
    public VenueView view() {
        return view;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        still().submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        still().submitCashOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        still().submitGroup(instrumentId, strategyId, group);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        still().cancelOrder(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        still().replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        still().queryOrder(orderId, instrumentId);
    }

    @Override
    public void requestReconciliation(final int requestedVenueId, final long sinceNs) {
        still().requestReconciliation(requestedVenueId, sinceNs);
    }
}
