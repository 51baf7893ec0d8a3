package reprise.simulation.trial;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.simulation.venue.SimulatedVenue;

/**
 * Where commands arrive at the venue. It keeps what the vocabulary promises of every venue, whatever the network does: an order that was not
 * known when it was asked for does not come to life later, and a replacement, named by its revision, is made once and never undone by an
 * older one.
 */
final class Gateway implements EngineCommands {
    private final SimulatedVenue venue;
    private final VenueLedger ledger;
    private final Wire commands;
    private final Wire reports;
    private final Faults faults;
    private final Set<Long> known = new HashSet<>();
    private final Map<Long, Long> disowned = new HashMap<>();
    private final Map<Long, Integer> revisions = new HashMap<>();

    Gateway(final SimulatedVenue venue, final VenueLedger ledger, final Network network, final Faults faults) {
        this.venue = venue;
        this.ledger = ledger;
        commands = network.commands();
        reports = network.reports();
        this.faults = faults;
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        if (commands.taken() < disowned.getOrDefault(orderId, 0L)) {
            return;
        }
        known.add(orderId);
        reports.deaf(faults.strikes(FaultKind.ANSWER_LOST));
        venue.submitOrder(orderId, instrumentId, strategyId, terms);
        reports.deaf(false);
        ledger.submitted(orderId);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        known.add(orderId);
        venue.submitCashOrder(orderId, instrumentId, strategyId, terms);
        ledger.update();
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        for (int i = 0; i < group.count(); i++) {
            known.add(group.firstOrderId() + i);
        }
        venue.submitGroup(instrumentId, strategyId, group);
        ledger.update();
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        venue.cancelOrder(orderId, instrumentId);
        ledger.update();
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        if (revisions.getOrDefault(orderId, 0) < revision) {
            revisions.put(orderId, revision);
            venue.replaceOrder(orderId, instrumentId, revision, quantity, limitPrice, stopPrice);
            ledger.update();
        }
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        if (!known.contains(orderId)) {
            disowned.put(orderId, commands.sent());
        }
        reports.beginAnswer();
        venue.queryOrder(orderId, instrumentId);
        reports.endAnswer();
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        reports.beginAnswer();
        venue.requestReconciliation(venueId, sinceNs);
        reports.endAnswer();
    }
}
