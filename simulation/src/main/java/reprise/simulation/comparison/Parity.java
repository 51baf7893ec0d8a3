package reprise.simulation.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.agrona.collections.Long2ObjectHashMap;
import reprise.simulation.data.DataException;

/**
 * What a real run earned against what the simulation earns on the same market, order by order and part by part. Orders go together as {@link
 * OrderAlignment} says, if they are of the same side. Of two that go together, the quantity that both filled, the first of each, differs by
 * price and latency; what only one of them filled is missing or extra.
 *
 * <pre>
 *   of the quantity that both filled: N what was paid, R the same quantity at the last price of the market heard before each fill
 *     price    (N - R) of the simulation - (N - R) of the real run
 *     latency       R  of the simulation -      R  of the real run
 *   of what only one of them filled: what it is worth at the last price - what was paid for it
 *   fee        fees of the simulation - fees of the real run
 * </pre>
 */
public final class Parity {
    private final List<OrderParity> orders = new ArrayList<>();
    private final long livePnl;
    private final long simulatedPnl;
    private PnlParts parts = PnlParts.NONE;

    private Parity(final long livePnl, final long simulatedPnl) {
        this.livePnl = livePnl;
        this.simulatedPnl = simulatedPnl;
    }

    /**
     * Compares two runs that are over.
     *
     * @param live the real one.
     * @param simulated on the same market.
     * @param moment when an order was decided; see {@link OrderAlignment#of}.
     * @return parts that add up to the difference of what the books of both say.
     * @throws DataException if the books of the real run say something that its fills do not explain.
     */
    public static Parity of(final FillTrail live, final FillTrail simulated, final ToLongFunction<TrailOrder> moment) {
        final Parity parity = new Parity(live.pnl(), simulated.pnl());
        final Long2ObjectHashMap<OrderAccount> liveAccounts = OrderAccount.of(live);
        final Long2ObjectHashMap<OrderAccount> simulatedAccounts = OrderAccount.of(simulated);
        requireExplained("recorded", live.pnl(), liveAccounts);
        requireExplained("simulated", simulated.pnl(), simulatedAccounts);
        for (final OrderDifference pair :
                OrderAlignment.of(live.orders(), simulated.orders(), moment).pairs()) {
            final OrderAccount ours = account(liveAccounts, pair.before());
            final OrderAccount theirs = account(simulatedAccounts, pair.after());
            if (pair.differs().contains(OrderDifference.Part.SIDE)) {
                parity.add(pair.before(), null, ours, OrderAccount.EMPTY);
                parity.add(null, pair.after(), OrderAccount.EMPTY, theirs);
            } else {
                parity.add(pair.before(), pair.after(), ours, theirs);
            }
        }
        parity.requireNoResidual();
        return parity;
    }

    private static OrderAccount account(final Long2ObjectHashMap<OrderAccount> accounts, final TrailOrder order) {
        final OrderAccount account = order == null ? null : accounts.get(order.orderId());
        return account == null ? OrderAccount.EMPTY : account;
    }

    private static void requireExplained(
            final String name, final long pnl, final Long2ObjectHashMap<OrderAccount> accounts) {
        long explained = 0;
        for (final OrderAccount account : accounts.values()) {
            explained += account.pnl();
        }
        if (explained != pnl) {
            throw new DataException("the books of the " + name + " run say a profit of " + pnl
                    + " units of 1e-8, its fills of "
                    + explained + ": something else has changed them, such as dividends, or what the venue reported of"
                    + " cash and positions; that cannot be laid to orders");
        }
    }

    private void add(
            final TrailOrder live, final TrailOrder simulated, final OrderAccount ours, final OrderAccount theirs) {
        final PnlParts ofOrder = parts(live, simulated, ours, theirs);
        orders.add(new OrderParity(live, simulated, ours.pnl(), theirs.pnl(), ofOrder));
        parts = parts.plus(ofOrder);
    }

    private static PnlParts parts(
            final TrailOrder live, final TrailOrder simulated, final OrderAccount ours, final OrderAccount theirs) {
        final long common = common(ours.quantity(), theirs.quantity());
        final OrderAccount.Slice ourSlice = ours.first(common);
        final OrderAccount.Slice theirSlice = theirs.first(common);
        final long latency = theirSlice.reference() - ourSlice.reference();
        final long price =
                theirSlice.notional() - theirSlice.reference() - (ourSlice.notional() - ourSlice.reference());
        final long rest = ours.markValue()
                - (ours.notional() - ourSlice.notional())
                - theirs.markValue()
                + (theirs.notional() - theirSlice.notional());
        final long fee = theirs.fees() - ours.fees();
        final boolean isReject = live != null && live.isRejected() || simulated != null && simulated.isRejected();
        final boolean isMissing = Math.abs(theirs.quantity()) > Math.abs(ours.quantity());
        return new PnlParts(
                price,
                latency,
                fee,
                !isReject && isMissing ? rest : 0,
                !isReject && !isMissing ? rest : 0,
                isReject ? rest : 0);
    }

    /** What both filled; nothing if they went different ways. */
    private static long common(final long ours, final long theirs) {
        if (Long.signum(ours) != Long.signum(theirs)) {
            return 0;
        }
        return Math.abs(ours) < Math.abs(theirs) ? ours : theirs;
    }

    private void requireNoResidual() {
        if (residual() != 0) {
            throw new IllegalStateException("parts do not add up: live=" + livePnl + ", simulated=" + simulatedPnl
                    + ", parts=" + parts + ", residual=" + residual());
        }
    }

    /**
     * Every order of both runs.
     *
     * @return in order of time, those that go together side by side.
     */
    public List<OrderParity> orders() {
        return List.copyOf(orders);
    }

    /**
     * What the real run earned by its books.
     *
     * @return money.
     */
    public long livePnl() {
        return livePnl;
    }

    /**
     * What the simulation earned by its books.
     *
     * @return money.
     */
    public long simulatedPnl() {
        return simulatedPnl;
    }

    /**
     * Why they differ.
     *
     * @return the parts of all orders.
     */
    public PnlParts parts() {
        return parts;
    }

    /**
     * What the parts leave unexplained of the difference that the books of both runs show.
     *
     * @return 0, always.
     */
    public long residual() {
        return livePnl - simulatedPnl - parts.sum();
    }
}
