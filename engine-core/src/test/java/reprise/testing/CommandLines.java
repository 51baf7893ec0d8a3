package reprise.testing;

import java.util.ArrayList;
import java.util.List;
import reprise.message.EngineCommands;
import reprise.number.Money;
import reprise.order.GroupTerms;
import reprise.order.OrderIds;
import reprise.order.OrderTerms;

/** A venue that does nothing but note down what it was asked, one line a command. */
public final class CommandLines implements EngineCommands {
    private static final long CENT = Money.ONE / 100;

    private final List<String> lines = new ArrayList<>();

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        lines.add("submit " + OrderIds.format(orderId) + " s" + strategyId + " " + terms.side() + " " + terms.quantity()
                + " I" + instrumentId + " " + price(terms));
    }

    private static String price(final OrderTerms terms) {
        return switch (terms.type()) {
            case MARKET -> terms.cashOrderQty() == 0 ? "market" : "amount " + terms.cashOrderQty() / CENT;
            case LIMIT -> "limit " + terms.limitPrice();
            case STOP -> "stop " + terms.stopPrice();
            case STOP_LIMIT -> "stop " + terms.stopPrice() + " limit " + terms.limitPrice();
            case TRAILING_STOP -> "trail " + terms.trailDistance();
            case LIMIT_MAKER -> "maker " + terms.limitPrice();
        };
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        submitOrder(orderId, instrumentId, strategyId, terms);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        final OrderTerms exit = new OrderTerms();
        final StringBuilder line = new StringBuilder("group s" + strategyId + " I" + instrumentId);
        if (group.hasEntry()) {
            append(line, group.firstOrderId(), group.entry());
        }
        if (group.targetPrice() != 0) {
            group.targetTo(exit);
            append(line, group.targetOrderId(), exit);
        }
        if (group.stopPrice() != 0) {
            group.stopTo(exit);
            append(line, group.stopOrderId(), exit);
        }
        lines.add(line.toString());
    }

    private static void append(final StringBuilder line, final long orderId, final OrderTerms terms) {
        line.append(" order " + OrderIds.format(orderId) + " " + terms.side() + " " + terms.quantity() + " "
                + price(terms));
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
        lines.add("replace " + OrderIds.format(orderId) + " " + quantity + " limit " + limitPrice
                + (stopPrice == 0 ? "" : " stop " + stopPrice));
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        lines.add("query " + OrderIds.format(orderId));
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
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
