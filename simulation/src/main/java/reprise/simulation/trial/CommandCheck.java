package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import reprise.message.CommandDispatcher;
import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.Order;
import reprise.order.OrderTerms;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.port.RecordHandler;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/**
 * Reads every command as it is put on record: an order is submitted once, a revision is asked for once, and nothing but the operator's
 * orders is submitted while trading is halted.
 */
final class CommandCheck implements EngineCommands, RecordHandler {
    /** What was submitted. */
    record Submitted(int instrumentId, Side side) {}

    private static final String ONCE = "each intent goes out once";
    private static final String HALTED = "no order while halted";

    private final Map<Long, Submitted> submitted = new HashMap<>();
    private final Map<Long, Integer> revisions = new HashMap<>();
    private final Set<Long> repeatable = new HashSet<>();
    private final Set<Long> halted = new HashSet<>();
    private final CommandDispatcher dispatcher;
    private Orders orders;
    private boolean haltedByOperator;
    private long count;

    CommandCheck() {
        dispatcher = new CommandDispatcher(this, StateChanges.decisions(this::changed));
    }

    /** Whose orders they are: what comes from now on is decided by this engine. What came before was on record. */
    void attach(final Orders newOrders) {
        orders = newOrders;
        repeatable.addAll(submitted.keySet());
    }

    /** The operator said, and the engine has heard, whether anything may be traded. */
    void operatorHalts(final boolean isHalted) {
        haltedByOperator = isHalted;
    }

    Submitted of(final long orderId) {
        return submitted.get(orderId);
    }

    Iterable<Long> orderIds() {
        return submitted.keySet();
    }

    /** Commands and decisions. */
    long count() {
        return count;
    }

    long orders() {
        return submitted.size();
    }

    @Override
    public void onRecord(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        count++;
        dispatcher.dispatch(buffer, offset);
    }

    private void changed(final TradingScope scope, final int scopeId, final TradingState state) {
        final long key = key(scope, scopeId);
        if (state == TradingState.HALTED) {
            halted.add(key);
        } else {
            halted.remove(key);
        }
    }

    private static long key(final TradingScope scope, final int scopeId) {
        return (long) scope.ordinal() << Integer.SIZE | scopeId;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final boolean isNew = submitted.put(orderId, new Submitted(instrumentId, terms.side())) == null;
        if (orders == null) {
            return;
        }
        // Who takes over may send once more what never left, under its own name.
        require(isNew || repeatable.remove(orderId), ONCE, "submitted again: orderId=" + orderId);
        final Order order = orders.find(orderId);
        final boolean isHalted = haltedByOperator
                || halted.contains(key(TradingScope.ENGINE, 0))
                || halted.contains(key(TradingScope.STRATEGY, strategyId))
                || halted.contains(key(TradingScope.INSTRUMENT, instrumentId));
        require(
                !isHalted || order != null && order.isByOperator(),
                HALTED,
                "orderId=" + orderId + ", strategyId=" + strategyId + ", instrumentId=" + instrumentId
                        + (haltedByOperator ? ", halted by the operator" : ""));
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        if (group.hasEntry()) {
            submitOrder(group.firstOrderId(), instrumentId, strategyId, group.entry());
        }
        final OrderTerms exit = new OrderTerms();
        if (group.targetPrice() != 0) {
            group.targetTo(exit);
            submitOrder(group.targetOrderId(), instrumentId, strategyId, exit);
        }
        if (group.stopPrice() != 0) {
            group.stopTo(exit);
            submitOrder(group.stopOrderId(), instrumentId, strategyId, exit);
        }
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        // may be asked for again
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final Integer before = revisions.put(orderId, revision);
        final boolean isRepeated = before != null && before == revision && repeatable.contains(orderId);
        require(
                orders == null || before == null || before < revision || isRepeated,
                ONCE,
                "asked for again: orderId=" + orderId + ", revision=" + revision);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        // changes nothing
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        // changes nothing
    }
}
