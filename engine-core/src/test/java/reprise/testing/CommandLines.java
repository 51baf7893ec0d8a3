package reprise.testing;

import java.util.ArrayList;
import java.util.List;
import reprise.message.EngineCommands;
import reprise.order.OrderIds;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** A venue that does nothing but note down what it was asked, one line a command. */
public final class CommandLines implements EngineCommands {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void submitOrder(
            final long orderId,
            final int instrumentId,
            final int strategyId,
            final Side side,
            final OrderType orderType,
            final TimeInForce timeInForce,
            final long quantity,
            final long limitPrice) {
        final String price = orderType == OrderType.MARKET ? "market" : "limit " + limitPrice;
        lines.add("submit " + OrderIds.format(orderId) + " s" + strategyId + " " + side + " " + quantity + " I"
                + instrumentId + " " + price);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        lines.add("cancel " + OrderIds.format(orderId));
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        lines.add("replace " + OrderIds.format(orderId) + " " + quantity + " limit " + limitPrice);
    }

    @Override
    public void requestReconciliation(final int venueId) {
        lines.add("reconcile venue " + venueId);
    }

    /**
     * What came since the last call.
     *
     * @return one line a command.
     */
    public List<String> take() {
        final List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
