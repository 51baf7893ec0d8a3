package reprise.simulation.trial;

import static reprise.simulation.trial.BrokenRule.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import reprise.market.InstrumentDefinition;
import reprise.message.AccountEvents;
import reprise.message.EventDispatcher;
import reprise.message.MarketEvents;
import reprise.message.OperatorEvents;
import reprise.message.OrderEvents;
import reprise.message.RunEvents;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.port.RecordHandler;
import reprise.portfolio.Portfolio;

/**
 * Cash and positions by the plainest arithmetic, from the events on record: each execution once, and what the venue reports as it reports
 * it. The engine's books must say the same after every event.
 */
final class NaiveLedger implements OrderEvents, AccountEvents, RecordHandler {
    private static final String CONSERVATION = "books balance";
    private static final long MONEY_SCALE = 100_000_000L;

    /** An execution as the venue names it. */
    private record Execution(long orderId, long executionId) {}

    private final CommandCheck commands;
    private final Set<Execution> booked = new HashSet<>();
    private final long[] positions;
    private final long[] moneyPerUnit;
    private final EventDispatcher dispatcher;
    private long cash;
    private boolean comparing;

    NaiveLedger(final List<InstrumentDefinition> instruments, final CommandCheck commands) {
        this.commands = commands;
        positions = new long[instruments.size()];
        moneyPerUnit = new long[instruments.size()];
        for (int i = 0; i < moneyPerUnit.length; i++) {
            final InstrumentDefinition definition = instruments.get(i);
            moneyPerUnit[i] = MONEY_SCALE;
            for (int j = definition.priceDecimals() + definition.quantityDecimals(); j > 0; j--) {
                moneyPerUnit[i] /= 10;
            }
        }
        dispatcher = new EventDispatcher(
                Ignoring.all(RunEvents.class),
                Ignoring.all(MarketEvents.class),
                this,
                this,
                Ignoring.all(OperatorEvents.class));
    }

    @Override
    public void onRecord(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        dispatcher.dispatch(buffer, offset);
    }

    /** Compares, and lets the portfolio audit itself. */
    void check(final Portfolio portfolio) {
        if (portfolio.instrumentCount() == 0) {
            return;
        }
        try {
            portfolio.audit();
        } catch (final IllegalStateException e) {
            throw new BrokenRule(CONSERVATION, e.getMessage());
        }
        require(
                portfolio.cash() == cash,
                CONSERVATION,
                "cash by the events " + cash + ", by the engine " + portfolio.cash());
        for (int i = 0; i < portfolio.instrumentCount(); i++) {
            final long net = portfolio.net(i).quantity();
            require(
                    net == positions[i],
                    CONSERVATION,
                    "position of instrument " + i + " by the events " + positions[i] + ", by the engine " + net);
            long sum = 0;
            for (int book = 0; book < portfolio.bookCount(); book++) {
                sum += portfolio.book(book, i).quantity();
            }
            require(sum == net, CONSERVATION, "books of instrument " + i + " add up to " + sum + ", net is " + net);
        }
    }

    private void fill(
            final long orderId,
            final long executionId,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {
        final CommandCheck.Submitted order = commands.of(orderId);
        if (!booked.add(new Execution(orderId, executionId)) || order == null) {
            return;
        }
        final int sign = order.side().sign();
        final int id = order.instrumentId();
        cash -= sign * price * quantity * moneyPerUnit[id];
        positions[id] += sign * quantity;
        if (feeAsset == FeeAsset.BASE) {
            positions[id] -= fee;
        } else {
            cash -= fee;
        }
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        fill(orderId, executionId, price, quantity, fee, feeAsset);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        fill(orderId, executionId, price, quantity, fee, feeAsset);
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        comparing = true;
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        comparing = false;
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {}

    /** What a venue tells to be compared moves nothing. */
    @Override
    public void onAccountReported(final int venueId, final long reportedCash, final String currency) {
        cash = comparing ? cash : reportedCash;
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        positions[instrumentId] = comparing ? positions[instrumentId] : quantity;
    }

    @Override
    public void onVenueConnected(final int venueId) {}

    @Override
    public void onVenueDisconnected(final int venueId) {}

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {}

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {}

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {}

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {}

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {}

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {}

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {}

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {}

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {}

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {}

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {}

    @Override
    public void onExecutionBusted(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {}

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {}
}
