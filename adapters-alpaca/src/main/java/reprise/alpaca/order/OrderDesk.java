package reprise.alpaca.order;

import java.util.function.Supplier;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.stream.StreamHandler;
import reprise.market.InstrumentDefinition;
import reprise.order.GroupTerms;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;
import reprise.port.VenueLink;

/**
 * All that is done about orders, on threads of its own: takes what the engine asks for and returns at once, speaks on the stream of trade
 * updates, tells the engine. Any thread.
 */
public final class OrderDesk implements AutoCloseable {
    private static final int THREADS = 8;

    /** Strand of the views of the account; no order has this number. */
    private static final long ACCOUNT_STRAND = -2;

    private final int venueId;
    private final AlpacaInstruments instruments;
    private final Strands strands;
    private final OrderBook book;
    private final OrderCommands commands;
    private final OrderQueries queries;
    private final OrderReplacer replacer;
    private final Reconciler reconciler;
    private final Connection connection;
    private final TradingStream stream;

    /**
     * A desk whose stream is not open.
     *
     * @param settings how orders are placed.
     * @param instruments that it trades.
     * @param trading the service for orders and the account.
     * @param keys of the account, for the stream.
     * @param link to the engine.
     * @param clock for waits and times.
     */
    public OrderDesk(
            final OrderSettings settings,
            final AlpacaInstruments instruments,
            final RestService trading,
            final Keys keys,
            final VenueLink link,
            final RestClock clock) {
        venueId = settings.venueId();
        this.instruments = instruments;
        final Notices notices = new Notices(link);
        strands = new Strands("alpaca-orders", THREADS, problem -> notices.fatal("orders: " + problem));
        final ThreadLocal<OrderThread> threads = ThreadLocal.withInitial(
                () -> new OrderThread(link.newPublisher(), new RestOrders(trading), new OrderEncoder()));
        final Supplier<OrderThread> thread = threads::get;
        final OrderCommands.WorkParts work = new OrderCommands.WorkParts(thread, strands, clock, notices);
        final ClientIds names = new ClientIds(settings.prefix());
        final UpdateWatch watch = new UpdateWatch();
        book = new OrderBook(names, instruments);
        final OrderRefresher refresher = new OrderRefresher(book, names, strands, thread, clock, notices, watch);
        final OrderTeller teller = new OrderTeller(book, new CryptoFees(settings.cryptoFeeE8()), refresher);
        commands = new OrderCommands(settings, book, names, teller, refresher, trading, work);
        queries = new OrderQueries(settings, book, teller, refresher, work);
        replacer = new OrderReplacer(commands, settings, book, names, teller, refresher, trading, work);
        refresher.connect(teller, replacer);
        reconciler = new Reconciler(venueId, book, instruments, teller, refresher, trading, work);
        connection = new Connection(settings, book, watch, work);
        final MissedEvents missed = new MissedEvents(book, teller, trading, work);
        connection.connect(commands::connected, missed::replay, reconciler::closeGap);
        final TradingStream.Hearing hearing = new TradingStream.Hearing(connection, watch, missed);
        stream = new TradingStream(keys.keyId(), keys.secret(), link, book, teller, hearing, notices);
    }

    /**
     * Keys of the account.
     *
     * @param keyId the key's name.
     * @param secret the key.
     */
    public record Keys(String keyId, String secret) {
        @Override
        public String toString() {
            return "key " + keyId;
        }
    }

    /**
     * Who speaks on the stream of trade updates.
     *
     * @return to be given to the connection.
     */
    public StreamHandler stream() {
        return stream;
    }

    /**
     * Places an order.
     *
     * @param orderId names it.
     * @param instrumentId dense id.
     * @param terms read during the call only.
     */
    public void submit(final long orderId, final int instrumentId, final OrderTerms terms) {
        final OrderTerms copy = new OrderTerms().set(terms);
        final InstrumentDefinition instrument = instruments.get(instrumentId);
        strands.run(orderId, () -> {
            synchronized (book) {
                book.open(orderId, instrument).type = copy.type();
            }
            commands.submit(orderId, instrument, copy);
        });
    }

    /**
     * Places orders as one.
     *
     * @param instrumentId dense id.
     * @param group read during the call only.
     */
    public void submitGroup(final int instrumentId, final GroupTerms group) {
        final GroupTerms copy = new GroupTerms().set(group);
        final InstrumentDefinition instrument = instruments.get(instrumentId);
        final long firstOrderId = group.firstOrderId();
        for (int i = 1; i < group.count(); i++) {
            book.joins(firstOrderId + i, firstOrderId);
        }
        strands.run(firstOrderId, () -> {
            synchronized (book) {
                for (int i = 0; i < copy.count(); i++) {
                    final LiveOrder order = book.open(firstOrderId + i, instrument);
                    order.firstOrderId = i == 0 ? OrderIds.NULL_ORDER_ID : firstOrderId;
                }
            }
            commands.submitGroup(instrument, copy);
        });
    }

    /**
     * Withdraws an order.
     *
     * @param orderId names it.
     * @param instrumentId dense id.
     */
    public void cancel(final long orderId, final int instrumentId) {
        final InstrumentDefinition instrument = instruments.get(instrumentId);
        strands.run(book.strand(orderId), () -> commands.cancel(orderId, instrument));
    }

    /**
     * Changes an order.
     *
     * @param orderId names it.
     * @param instrumentId dense id.
     * @param revision names the change.
     * @param quantity the new total.
     * @param limitPrice the new limit; 0 for none.
     * @param stopPrice the new stop; 0 for none.
     */
    public void replace(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final InstrumentDefinition instrument = instruments.get(instrumentId);
        final OrderReplacer.Change change = new OrderReplacer.Change(revision, quantity, limitPrice, stopPrice);
        strands.run(book.strand(orderId), () -> replacer.replace(orderId, instrument, change));
    }

    /**
     * Asks what became of an order.
     *
     * @param orderId names it.
     * @param instrumentId dense id.
     */
    public void query(final long orderId, final int instrumentId) {
        final InstrumentDefinition instrument = instruments.get(instrumentId);
        strands.run(book.strand(orderId), () -> queries.query(orderId, instrument));
    }

    /**
     * Tells the venue's whole view of the account. If it cannot be had, orders wait until it can.
     *
     * @param sinceNs executions from here on are repeated, nanoseconds since the epoch.
     */
    public void reconcile(final long sinceNs) {
        strands.run(ACCOUNT_STRAND, () -> {
            if (!reconciler.reconcile(sinceNs)) {
                connection.reopen();
            }
        });
    }

    /** Ends all threads within two seconds. */
    @Override
    public void close() {
        strands.close();
    }
}
