package reprise.simulation.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import reprise.market.InstrumentDefinition;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.port.VenueLink;

/**
 * Stands in for the engine: hears all that a venue tells, from any of its threads, and remembers it in order. Thread-safe; what it gives is
 * immutable.
 */
public final class ContractProbe implements VenueLink {
    private final InstrumentDefinition instrument;
    private final long lastBarNs;
    private final Map<Long, List<Told<OrderNews>>> orders = new TreeMap<>();
    private final List<Told<MarketNews>> market = new ArrayList<>();
    private final List<Told<AccountNews>> account = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private long position;
    private String fatal;

    /**
     * A probe that has heard nothing.
     *
     * @param instrument under test: of the market of others nothing is remembered.
     * @param lastBarNs which bars it says that it has, nanoseconds since the epoch; 0 for none.
     */
    public ContractProbe(final InstrumentDefinition instrument, final long lastBarNs) {
        this.instrument = instrument;
        this.lastBarNs = lastBarNs;
    }

    @Override
    public EventPublisher newPublisher() {
        return new EventPublisher(new Ear());
    }

    @Override
    public long lastBarNs(final int instrumentId) {
        return lastBarNs;
    }

    @Override
    public long lastTradeNs(final int instrumentId) {
        return 0;
    }

    @Override
    public synchronized void onFatal(final String why) {
        fatal = why;
        heardSomething();
    }

    @Override
    public synchronized void onNotice(final String text) {
        notices.add(text);
        heardSomething();
    }

    /**
     * Waits until something has become true of what was heard.
     *
     * @param limit how long at most.
     * @param condition looked at after everything that is heard.
     * @return whether it has.
     */
    public synchronized boolean await(final Duration limit, final BooleanSupplier condition) {
        final long deadlineNanoTime = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            final long leftMs = (deadlineNanoTime - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            try {
                wait(leftMs);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ContractFailure("interrupted");
            }
        }
        return true;
    }

    /**
     * How much was heard.
     *
     * @return position of the last thing; 0 for nothing.
     */
    public synchronized long position() {
        return position;
    }

    /**
     * What was heard of an order.
     *
     * @param orderId names it.
     * @return empty if nothing was.
     */
    public synchronized HeardOrder order(final long orderId) {
        return new HeardOrder(instrument, orders.getOrDefault(orderId, List.of()));
    }

    /**
     * What was heard of the market.
     *
     * @return of the instrument under test only.
     */
    public synchronized HeardMarket market() {
        return new HeardMarket(market);
    }

    /**
     * What was heard of the venue and the account.
     *
     * @return in order.
     */
    public synchronized List<Told<AccountNews>> account() {
        return List.copyOf(account);
    }

    /**
     * What was heard of the account after a position.
     *
     * @param from as {@link #position()} gave it.
     * @return in order.
     */
    public synchronized List<Told<AccountNews>> accountAfter(final long from) {
        return account.stream().filter(item -> item.position() > from).toList();
    }

    /**
     * The first whole view of the account that began after a position.
     *
     * @param from as {@link #position()} gave it.
     * @return null if there is none yet.
     */
    public synchronized AccountView view(final long from) {
        return AccountViews.firstAfter(from, account, orders);
    }

    /**
     * What the user was told.
     *
     * @return in order.
     */
    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Why the venue cannot go on.
     *
     * @return null if it can.
     */
    public synchronized String fatal() {
        return fatal;
    }

    void heard(final long orderId, final OrderNews news) {
        orders.computeIfAbsent(orderId, id -> new ArrayList<>()).add(new Told<>(++position, news));
        heardSomething();
    }

    void heard(final int instrumentId, final MarketNews news) {
        position++;
        if (instrumentId == instrument.instrumentId()) {
            market.add(new Told<>(position, news));
        }
        heardSomething();
    }

    void heard(final AccountNews news) {
        account.add(new Told<>(++position, news));
        heardSomething();
    }

    private void heardSomething() {
        notifyAll();
    }

    /** Hears one publisher: turns its bytes back into calls. */
    private final class Ear implements Outlet {
        private final MutableDirectBuffer buffer = new ExpandableArrayBuffer(MAX_MESSAGE_LENGTH_BYTES);

        /** A venue has no business to tell of the run or of the operator: such an event ends its thread. */
        private final EventDispatcher dispatcher = new EventDispatcher(
                null,
                new MarketEar(ContractProbe.this),
                new OrderEar(ContractProbe.this),
                new AccountEar(ContractProbe.this),
                null);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            if (lengthBytes > 0) {
                synchronized (ContractProbe.this) {
                    dispatcher.dispatch(buffer, 0);
                }
            }
        }
    }
}
