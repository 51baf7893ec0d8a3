package reprise.simulation.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.port.Venue;
import reprise.port.VenueLink;
import reprise.simulation.contract.ModelExchange.Answer;
import reprise.simulation.contract.ModelExchange.Update;
import reprise.simulation.contract.ModelOrder.Execution;

/** A venue as it should be, or with one mistake: at {@link ModelExchange}, without sockets. What it hears it handles on a thread of its own. */
final class ModelVenue implements Venue {
    private final ModelExchange exchange;
    private final InstrumentDefinition instrument;
    private final String prefix;
    private final Flaw flaw;
    private final boolean hasKeys;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<Long, Set<String>> told = new ConcurrentHashMap<>();
    private VenueLink link;
    private EventPublisher events;
    private volatile boolean hearsOrders;
    private volatile boolean hearsData;
    private volatile boolean isClosed;
    private long lastBarNs;

    ModelVenue(
            final ModelExchange exchange,
            final InstrumentDefinition instrument,
            final String prefix,
            final Flaw flaw,
            final boolean hasKeys) {
        this.exchange = exchange;
        this.instrument = instrument;
        this.prefix = prefix;
        this.flaw = flaw;
        this.hasKeys = hasKeys;
    }

    private boolean has(final Flaw other) {
        return flaw == other;
    }

    @Override
    public void start(final VenueLink given) {
        link = given;
        events = link.newPublisher();
        exchange.listen(this, true);
        run(() -> {
            if (!hasKeys) {
                if (!has(Flaw.WRONG_KEYS_SILENT)) {
                    link.onFatal("the keys open nothing: look at them");
                }
                return;
            }
            lastBarNs = link.lastBarNs(0);
            events.onVenueConnected(0);
            hearsOrders = true;
            listenToData(!has(Flaw.HISTORY_NOT_TOLD));
        });
    }

    private void run(final Runnable work) {
        if (!thread.isShutdown()) {
            thread.execute(work);
        } else if (has(Flaw.SPEAKS_WHEN_CLOSED)) {
            work.run();
        }
    }

    private void listenToData(final boolean fillsGap) {
        if (fillsGap) {
            exchange.barsAfter(lastBarNs).forEach(bar -> tellBar(bar, true));
        }
        hearsData = !has(Flaw.MARKET_NOT_HEARD);
    }

    private void tellBar(final MarketNews.Bar bar, final boolean isHistorical) {
        final boolean isLate = bar.closeTimeNs() <= lastBarNs;
        final boolean isSame = bar.closeTimeNs() == lastBarNs;
        if (isLate && !(isSame ? has(Flaw.BAR_TWICE) : has(Flaw.BARS_IN_DISORDER))) {
            return;
        }
        lastBarNs = bar.closeTimeNs();
        final long close = has(Flaw.BAR_CHANGED) ? bar.close() - 1 : bar.close();
        ModelWords.bar(events, bar, isHistorical, close);
    }

    void onTrade(final long timeNs, final long price) {
        if (hearsData && !(has(Flaw.TRADES_CONFLATED) && price % 3 == 0)) {
            run(() -> events.onTrade(0, timeNs, price, 1, Aggressor.BUYER));
        }
    }

    void onBar(final MarketNews.Bar bar) {
        if (hearsData) {
            run(() -> tellBar(bar, false));
        }
    }

    void onStatus(final boolean isHalted) {
        if (!has(Flaw.HALT_NOT_TOLD)) {
            run(() -> events.onInstrumentStatus(0, 0, isHalted ? InstrumentStatus.HALTED : InstrumentStatus.TRADING));
        }
    }

    void onRevised(final MarketNews.Bar bar) {
        run(() -> {
            if (has(Flaw.REVISION_AS_BAR)) {
                lastBarNs = 0;
                tellBar(bar, false);
            } else {
                events.onBarRevised(
                        0,
                        bar.closeTimeNs(),
                        bar.periodNs(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume() + 1);
            }
        });
    }

    void onCorrected(final long price) {
        if (!has(Flaw.CORRECTION_NOT_TOLD)) {
            run(() -> events.onTradeRevised(0, 0, price, 1, price + 1, 1));
        }
    }

    void dropData() {
        hearsData = false;
        final int heard = exchange.tradeCount();
        run(() -> {
            events.onTradesInterrupted(0, 0);
            pause();
            ModelWords.missed(events, exchange.tradesAfter(heard), flaw);
            listenToData(!has(Flaw.GAP_NOT_FILLED));
        });
    }

    void dropOrders() {
        hearsOrders = has(Flaw.FILLS_BEFORE_END);
        run(() -> {
            pause();
            if (!has(Flaw.END_NOT_TOLD)) {
                events.onVenueDisconnected(0);
            }
            events.onVenueConnected(0);
            hearsOrders = true;
        });
    }

    /** Long enough for a test to do something meanwhile, and short enough to be forgotten. */
    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void onUpdate(final Update update) {
        final boolean isFill = update.kind() == Update.Kind.FILL;
        final boolean isOurs = update.order().name.startsWith(prefix + "-");
        if (!hearsOrders || !isOurs || isFill && has(Flaw.FILL_NOT_TOLD) || ModelWords.isHidden(update, flaw)) {
            return;
        }
        if (has(Flaw.FILLS_BEFORE_END)) {
            tell(update);
        } else {
            run(() -> tell(update));
        }
    }

    private void tell(final Update update) {
        final long id = update.order().orderId;
        switch (update.kind()) {
            case NEW -> {
                if (isNew(id, "new")) {
                    events.onOrderAccepted(id, 0);
                }
            }
            case FILL -> fill(update.order(), update.execution(), false);
            case CANCELED -> {
                if (isNew(id, "end") || has(Flaw.CANCELLED_TWICE)) {
                    events.onOrderCancelled(id, 0);
                }
            }
            case REPLACED -> {
                final long quantity = update.order().terms.quantity();
                final long limit = update.order().terms.limitPrice();
                events.onOrderReplaced(id, 0, has(Flaw.OLD_TERMS_TOLD) ? quantity + 1 : quantity, limit, 0);
            }
            default -> ModelWords.bust(events, id, update.execution(), has(Flaw.BUST_NOT_TOLD));
        }
    }

    private boolean isNew(final long orderId, final String what) {
        return told.computeIfAbsent(orderId, id -> new HashSet<>()).add(what);
    }

    private void fill(final ModelOrder order, final Execution execution, final boolean isRepeated) {
        final boolean isKnown = !isNew(order.orderId, "execution " + execution.id());
        final boolean isOther = isKnown && !isRepeated && has(Flaw.FILL_REPEATED_AS_ANOTHER)
                || isRepeated && has(Flaw.NEW_EXECUTION_IDS);
        final long id = isOther ? execution.id() + 1_000_000 : execution.id();
        final boolean isLast = order.status == ReportedStatus.FILLED
                && execution.equals(order.executions.get(order.executions.size() - 1));
        if (isLast && order.isOfAmount()) {
            ModelWords.lastFill(events, order, id, execution, flaw);
        } else {
            ModelWords.fill(events, order.orderId, id, execution, isLast && !has(Flaw.LAST_FILL_NOT_LAST));
        }
    }

    private String name(final long orderId) {
        return prefix + "-" + orderId;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final OrderTerms asked = ModelWords.asked(terms, flaw);
        run(() -> submit(orderId, asked));
    }

    private void submit(final long orderId, final OrderTerms terms) {
        final boolean isAgain = has(Flaw.ID_SENT_TWICE) && told.containsKey(orderId);
        final Answer answer = exchange.submit(name(orderId) + (isAgain ? "b" : ""), orderId, terms);
        if (exchange.isSlow()) {
            pause();
        }
        if (answer == Answer.LOST) {
            if (has(Flaw.UNKNOWN_SENT_AGAIN)) {
                exchange.submit(name(orderId) + "b", orderId, terms);
            }
            if (has(Flaw.UNKNOWN_TAKEN_FOR_REFUSED)) {
                events.onOrderRejected(orderId, 0, RejectReason.VENUE_OTHER, "error");
            } else {
                events.onOrderOutcomeUnknown(orderId, 0);
            }
        } else if (!answer.isDone()) {
            final boolean isSilent = has(Flaw.REFUSAL_WITHOUT_WORDS)
                    || has(Flaw.AMOUNT_REFUSED_WITHOUT_WORDS) && terms.cashOrderQty() != 0;
            events.onOrderRejected(orderId, 0, answer.reason(), isSilent ? "" : answer.text());
        }
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        final GroupTerms copy = new GroupTerms().set(group);
        run(() -> {
            final Answer answer = exchange.submitGroup(copy, this::name);
            if (!answer.isDone()) {
                final String text = has(Flaw.GROUP_REFUSED_WITHOUT_WORDS) ? "" : answer.text();
                events.onOrderRejected(copy.firstOrderId(), 0, answer.reason(), text);
            }
        });
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        run(() -> {
            final Answer answer = exchange.cancel(name(orderId));
            if (answer == Answer.LOST) {
                events.onOrderOutcomeUnknown(orderId, 0);
            } else if (!answer.isDone() && !has(Flaw.CANCEL_NOT_REFUSED)) {
                events.onCancelRejected(orderId, 0, answer.reason());
            }
            if (has(Flaw.CANCELLED_TWICE)) {
                events.onOrderCancelled(orderId, 0);
            }
        });
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        run(() -> {
            final ModelOrder order = exchange.orders.get(name(orderId));
            final long added = has(Flaw.REST_TAKEN_FOR_TOTAL) && order != null ? order.filled() : 0;
            final Answer answer = exchange.replace(name(orderId), quantity + added, limitPrice);
            if (answer == Answer.LOST) {
                events.onOrderOutcomeUnknown(orderId, 0);
            } else if (!answer.isDone() && !has(Flaw.REPLACE_NOT_REFUSED)) {
                events.onReplaceRejected(orderId, 0, answer.reason());
            }
        });
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        run(() -> {
            final ModelOrder order = exchange.orders.get(name(orderId));
            final boolean isForgotten = has(Flaw.FORGETS_AT_RESTART) && !told.containsKey(orderId);
            if (order == null || isForgotten) {
                if (!has(Flaw.ABSENCE_NOT_TOLD)) {
                    events.onOrderNotFound(orderId, 0);
                }
                return;
            }
            if (has(Flaw.REPORT_BEFORE_EXECUTIONS)) {
                report(order);
            }
            if (!has(Flaw.EXECUTIONS_NOT_REPEATED) && !has(Flaw.MISSED_FILLS_LOST) && !has(Flaw.AMOUNT_NOT_REPEATED)) {
                order.executions.forEach(execution -> fill(order, execution, true));
            }
            if (!has(Flaw.REPORT_BEFORE_EXECUTIONS)) {
                report(order);
            }
            if (!has(Flaw.EXITS_NOT_REPORTED)) {
                order.exits.forEach(this::report);
            }
        });
    }

    private void report(final ModelOrder order) {
        final long quantity = ModelWords.reportedQuantity(order, flaw);
        events.onOrderReported(order.orderId, 0, order.status, quantity, order.terms.limitPrice(), order.filled());
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        run(() -> {
            events.onReconciliationBegan(0, sinceNs);
            if (!has(Flaw.CASH_NOT_TOLD)) {
                events.onAccountReported(0, ModelExchange.CASH, "USD");
            }
            for (final ModelOrder order : List.copyOf(exchange.orders.values())) {
                reconcile(order, sinceNs);
            }
            if (exchange.position() != 0) {
                final long wrong = has(Flaw.POSITION_WRONG) ? 1 : 0;
                events.onPositionReported(0, 0, exchange.position() + wrong, 0);
            }
            events.onReconciliationEnded(0);
        });
    }

    private void reconcile(final ModelOrder order, final long sinceNs) {
        if (order.name.startsWith(prefix + "-") && !ModelWords.isDisowned(order, flaw)) {
            order.executions.stream()
                    .filter(execution -> execution.timeNs() >= sinceNs && !has(Flaw.MISSED_FILLS_LOST))
                    .forEach(execution -> fill(order, execution, true));
            if (order.isOpen()) {
                report(order);
            }
        } else if (order.isOpen() && !has(Flaw.FOREIGN_NOT_TOLD)) {
            events.onForeignOrderReported(
                    0, 0, order.terms.side(), order.terms.quantity(), order.terms.limitPrice(), order.name);
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        exchange.listen(this, has(Flaw.SPEAKS_WHEN_CLOSED));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the thread of the venue has no end");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
