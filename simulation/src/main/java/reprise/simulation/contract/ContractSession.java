package reprise.simulation.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.port.Venue;
import reprise.simulation.contract.AccountNews.Connected;
import reprise.simulation.contract.OrderNews.Replaced;

/**
 * The hands of a card: a venue, a probe that hears it, and orders of small size under ever new ids. Every wait has a limit and fails in words.
 * Single-threaded.
 */
public final class ContractSession implements AutoCloseable {
    private static final int LOTS_TO_SPLIT = 100;
    private static final long FEW_UNITS_OF_MONEY = 20;
    private static final int MINIMA = 3;
    private static final long NS_PER_MS = 1_000_000;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final ContractEnvironment environment;
    private final String orderPrefix;
    private final List<Long> orders = new ArrayList<>();
    private final Map<Long, Integer> revisions = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final long beganNs;
    private Venue venue;
    private ContractProbe probe;
    private long nextOrderId;
    private long price;
    private int noticesBefore;

    /**
     * A session that is not connected.
     *
     * @param environment where.
     * @param orderPrefix that no other run of the account ever used: 1 to 14 letters and digits.
     */
    public ContractSession(final ContractEnvironment environment, final String orderPrefix) {
        this.environment = environment;
        this.orderPrefix = orderPrefix;
        beganNs = environment.control().map(VenueControl::timeNs).orElseGet(ContractSession::nowNs) - MINUTE_NS;
    }

    /**
     * Connects if it is not connected.
     *
     * @throws ContractFailure if the venue does not come to be connected.
     */
    public void open() {
        if (venue == null) {
            open(orderPrefix, 0);
        }
    }

    private static long nowNs() {
        return System.currentTimeMillis() * NS_PER_MS;
    }

    private void open(final String prefix, final long lastBarNs) {
        if (environment.control().isPresent() && price == 0) {
            price = 100 * Decimals.powerOfTen(instrument().priceDecimals());
            control().tradeAt(price);
        }
        probe = new ContractProbe(instrument(), lastBarNs);
        noticesBefore = 0;
        venue = environment.newVenue(prefix);
        venue.start(probe);
        awaitConnected(0);
    }

    /** Waits until the venue says that it is connected, after a position. */
    void awaitConnected(final long from) {
        probe.await(environment.patience(), () -> isConnectedAfter(from) || probe.fatal() != null);
        if (!isConnectedAfter(from)) {
            throw new ContractFailure(
                    "the venue was to connect; heard: " + (probe.fatal() != null ? probe.fatal() : probe.notices()));
        }
    }

    private boolean isConnectedAfter(final long from) {
        return probe.accountAfter(from).stream().anyMatch(item -> item.news() instanceof Connected);
    }

    /** Ends the venue object, and begins another of the same run. */
    void restart() {
        closeVenue();
        open(orderPrefix, 0);
    }

    /** The same where the engine has bars up to a time. */
    void restartWithBars(final long lastBarNs) {
        closeVenue();
        open(orderPrefix, lastBarNs);
    }

    /** The same as another run of the account. */
    void restartAsAnother() {
        closeVenue();
        open(orderPrefix + "X", 0);
    }

    void closeVenue() {
        if (venue != null) {
            venue.close();
            venue = null;
        }
    }

    ContractEnvironment environment() {
        return environment;
    }

    Venue venue() {
        return venue;
    }

    ContractProbe probe() {
        return probe;
    }

    VenueControl control() {
        return environment.control().orElseThrow();
    }

    /** What our orders have come to, by the server's books. */
    long booked() {
        if (control().takesFeesInKind()) {
            throw new CardNotRun("needs a simulated server that takes no fees in kind");
        }
        return control().position();
    }

    InstrumentDefinition instrument() {
        return environment.instrument();
    }

    /** A price near which the market is. */
    long price() {
        if (price == 0) {
            probe.await(environment.patience(), () -> probe.market().lastPrice() > 0);
            price = probe.market().lastPrice();
            if (price == 0) {
                throw new CardNotRun("no price of " + instrument().symbol() + " was heard");
            }
        }
        return onTick(price);
    }

    /** A price so many percent of the market's. */
    long price(final int percent) {
        return onTick(Decimals.multiplyDivide(price(), percent, 100, Rounding.FLOOR));
    }

    private long onTick(final long anyPrice) {
        return anyPrice - Math.floorMod(anyPrice, instrument().tickSize());
    }

    /** A small quantity; at a simulated server one of many lots, so that it can be filled in part. */
    long quantity() {
        final long few = FEW_UNITS_OF_MONEY * Money.parse("1");
        final long value = Math.max(MINIMA * instrument().minNotional(), few);
        final long lot = instrument().lotSize();
        final long least = environment.control().isPresent() ? LOTS_TO_SPLIT * lot : lot;
        return Math.max(new Instrument(instrument()).quantityFor(value, price()) + lot, least);
    }

    /** Terms of a small order, good till cancelled where there is that. */
    OrderTerms terms(final Side side, final OrderType type) {
        final boolean isGtc = Need.of(TimeInForce.GTC).isMet().test(environment);
        return new OrderTerms().set(side, type, isGtc ? TimeInForce.GTC : TimeInForce.DAY, quantity());
    }

    long submit(final OrderTerms terms) {
        final long orderId = ++nextOrderId;
        orders.add(orderId);
        submit(orderId, terms);
        return orderId;
    }

    void submit(final long orderId, final OrderTerms terms) {
        venue.submitOrder(orderId, instrument().instrumentId(), 1, terms);
    }

    /** An entry, its target and its stop, as one; returns the id of the entry, which those of the two follow. */
    long submitBracket(final OrderTerms entry, final long targetPrice, final long stopPrice) {
        final GroupTerms group = new GroupTerms()
                .entry(nextOrderId + 1, entry)
                .target(targetPrice)
                .stop(stopPrice, 0);
        for (int i = 0; i < group.count(); i++) {
            orders.add(++nextOrderId);
        }
        venue.submitGroup(instrument().instrumentId(), 1, group);
        return group.firstOrderId();
    }

    /** Terms of a small amount, whole cents of it; the quantity is what a careful engine reckons. */
    OrderTerms amount() {
        final Instrument traded = new Instrument(instrument());
        final long cent = Money.ONE / 100;
        final long amount = traded.notional(price(), quantity()) / cent * cent;
        return terms(Side.BUY, OrderType.MARKET)
                .quantity(traded.quantityFor(amount, price(97)))
                .cashOrderQty(amount);
    }

    long submitAmount(final OrderTerms terms) {
        final long orderId = ++nextOrderId;
        orders.add(orderId);
        venue.submitCashOrder(orderId, instrument().instrumentId(), 1, terms);
        return orderId;
    }

    /** A limit order far below the market; returns its id. */
    long submitFar() {
        return submit(terms(Side.BUY, OrderType.LIMIT).limitPrice(price(80)));
    }

    /** The same, once it works; at a simulated server, once all that follows from it has happened. */
    long workFar() {
        final long orderId = submitFar();
        awaitWorking(orderId);
        environment.control().ifPresent(control -> control.tradeAt(price()));
        return orderId;
    }

    /** An id under which nothing was ever sent. */
    long unusedId() {
        return ++nextOrderId;
    }

    void cancel(final long orderId) {
        venue.cancelOrder(orderId, instrument().instrumentId());
    }

    void replace(final long orderId, final long quantity, final long limitPrice) {
        final int revision = revisions.merge(orderId, 1, Integer::sum);
        venue.replaceOrder(orderId, instrument().instrumentId(), revision, quantity, limitPrice, 0);
    }

    /** The same until it is taken: a venue may refuse it as long as the order is on its way within the venue. */
    Replaced replaceUntilTaken(final long orderId, final long quantity, final long limitPrice) {
        final long startNanoTime = System.nanoTime();
        HeardOrder answer = null;
        while (answer == null
                || !answer.has(Replaced.class)
                        && System.nanoTime() - startNanoTime
                                < environment.patience().toNanos()) {
            probe.await(answer == null ? Duration.ZERO : BETWEEN_QUESTIONS, () -> false);
            final long from = probe.position();
            replace(orderId, quantity, limitPrice);
            answer = await(
                    orderId,
                    from,
                    "replaced, or refused its replacement",
                    heard -> heard.has(Replaced.class) || heard.has(OrderNews.ReplaceRejected.class));
        }
        expect(answer.has(Replaced.class), "order " + orderId + " was to be replaced");
        return answer.all(Replaced.class).get(0);
    }

    /** Asks after an order; returns what was heard of it from then on, up to the answer. */
    HeardOrder query(final long orderId) {
        final long from = probe.position();
        venue.queryOrder(orderId, instrument().instrumentId());
        return await(
                orderId,
                from,
                "answered for",
                order -> order.reported() != null || order.has(OrderNews.NotFound.class));
    }

    /** Asks after an order again and again, until the answer is as it should be. */
    HeardOrder queryUntil(final long orderId, final String expected, final Predicate<HeardOrder> condition) {
        final long startNanoTime = System.nanoTime();
        HeardOrder answer = query(orderId);
        while (!condition.test(answer)
                && System.nanoTime() - startNanoTime < environment.patience().toNanos()) {
            probe.await(BETWEEN_QUESTIONS, () -> false);
            answer = query(orderId);
        }
        expect(condition.test(answer), "order " + orderId + " was to be " + expected);
        return answer;
    }

    void awaitWorking(final long orderId) {
        await(orderId, "working", HeardOrder::isWorking);
    }

    void awaitFilled(final long orderId, final long quantity) {
        await(orderId, "filled", order -> order.isFilled() && order.filledQuantity() == quantity);
    }

    /** Waits until something is so of an order. */
    HeardOrder await(final long orderId, final String expected, final Predicate<HeardOrder> condition) {
        return await(orderId, 0, expected, condition);
    }

    HeardOrder await(
            final long orderId, final long from, final String expected, final Predicate<HeardOrder> condition) {
        probe.await(
                environment.patience(),
                () -> condition.test(probe.order(orderId).after(from)));
        final HeardOrder order = probe.order(orderId).after(from);
        expect(condition.test(order), "order " + orderId + " was to be " + expected);
        return order;
    }

    /** Waits until something is so at all. */
    void await(final String expected, final BooleanSupplier condition) {
        expect(probe.await(environment.patience(), condition), expected);
    }

    /** Fails in words if something is not so. */
    void expect(final boolean condition, final String expected) {
        if (!condition) {
            throw new ContractFailure("expected: " + expected + "; heard: " + heard() + notices());
        }
    }

    /** The same with executions since shortly before the session began. */
    AccountView reconcile() {
        return reconcile(beganNs);
    }

    /** Asks for a whole view of the account; everything told before has been heard when it comes. */
    AccountView reconcile(final long sinceNs) {
        final long from = probe.position();
        venue.requestReconciliation(instrument().venueId(), sinceNs);
        await("a whole view of the account", () -> probe.view(from) != null);
        final AccountView view = probe.view(from);
        expect(view.sinceNs() == sinceNs, "a view with executions since " + sinceNs + ", not " + view.sinceNs());
        return view;
    }

    /** Remembers something for the matrix. */
    void note(final String text) {
        notes.add(text);
    }

    /** Begins another card: what was heard for the last one is not spoken of any more. */
    void beginCard() {
        orders.clear();
        notes.clear();
        noticesBefore = probe.notices().size();
    }

    /** Stops caring for an order that is not of this run. */
    void forget(final long orderId) {
        orders.remove(orderId);
    }

    /** Orders of the card, and of those before it that may still work. */
    List<Long> orders() {
        return List.copyOf(orders);
    }

    /** What was heard for this card. */
    String heard() {
        final List<String> parts = new ArrayList<>(notes);
        if (probe != null) {
            orders.forEach(orderId -> parts.add("order " + orderId + ": " + probe.order(orderId)));
            if (probe.fatal() != null) {
                parts.add("fatal: " + probe.fatal());
            }
        }
        return String.join("; ", parts);
    }

    /** What the user was told since the card began: it often says why. */
    private String notices() {
        final List<String> all = probe == null ? List.of() : probe.notices();
        final List<String> recent = all.subList(Math.min(noticesBefore, all.size()), all.size());
        return recent.isEmpty() ? "" : "; notices: " + String.join("; ", recent);
    }

    /** Ends the venue; orders stay as they are. */
    @Override
    public void close() {
        closeVenue();
    }
}
