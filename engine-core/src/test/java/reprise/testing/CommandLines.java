package reprise.testing;

import java.util.ArrayList;
import java.util.List;
import reprise.message.EngineCommands;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;
import reprise.order.OrderType;

/** A venue that does nothing but note down what it was asked, one line a command. */
public final class CommandLines implements EngineCommands {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final String price = terms.type() == OrderType.MARKET ? "market" : "limit " + terms.limitPrice();
        lines.add("submit " + OrderIds.format(orderId) + " s" + strategyId + " " + terms.side() + " " + terms.quantity()
                + " I" + instrumentId + " " + price);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        lines.add("cancel " + OrderIds.format(orderId));
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        lines.add("replace " + OrderIds.format(orderId) + " " + quantity + " limit " + limitPrice);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        lines.add("query " + OrderIds.format(orderId));
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
