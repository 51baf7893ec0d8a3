package reprise.risk;

import java.util.ArrayList;
import java.util.List;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.risk.ExposureLimit.Measure;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * Every order passes here before it exists. Asks its questions in a fixed order, of which the first "no" is the answer, and keeps the two
 * numbers that decided.
 *
 * <p>What only takes a strategy's book towards zero passes every limit of size. The operator's explicit orders pass everything but what the
 * venue or the engine could not do: the instrument's own rules and the room for open orders.
 *
 * <p>No question visits more than the currencies of the account, except the one for the same intent, which visits the orders of its window.
 * Allocates nothing; trading states and the times of orders are part of replayed state.
 */
public final class RiskGate implements Snapshotable {
    private final RiskCheck[] checks;
    private final PositionProjection projection;
    private final TradingStates states = new TradingStates();
    private final RiskVerdict verdict = new RiskVerdict();
    private final OrderRateLimit rateLimit;
    private final WorstCase worstCase;
    private final Orders orders;
    private final int maxOpenOrders;

    /**
     * A gate over the books. It follows them from now on: portfolio and orders tell it of changes.
     *
     * @param limits their values.
     * @param portfolio read by the checks.
     * @param orders read by the checks.
     * @param clock read by the checks.
     * @param dataTrust whether market data can be trusted.
     * @param others more checks, asked last.
     */
    public RiskGate(
            final RiskLimits limits,
            final Portfolio portfolio,
            final Orders orders,
            final EngineClock clock,
            final DataTrust dataTrust,
            final List<RiskCheck> others) {
        this.orders = orders;
        maxOpenOrders = limits.maxOpenOrders();
        projection = new PositionProjection(portfolio, orders);
        worstCase = new WorstCase(portfolio, orders, projection);
        rateLimit = limits.maxOrdersInWindow() == RiskLimits.OFF
                ? null
                : new OrderRateLimit(limits.maxOrdersInWindow(), limits.orderWindowNs(), clock);
        final List<RiskCheck> asked = new ArrayList<>();
        asked.add(new TradingStateCheck(states, projection));
        asked.add(new InstrumentTradableCheck());
        asked.add(new DataTrustCheck(dataTrust));
        asked.add(new InstrumentRulesCheck());
        addOrderLimits(asked, limits, portfolio);
        asked.add(new PositionNotionalLimit(limits.maxPositionNotional(), projection, portfolio));
        asked.add(new ShortPermission(limits.isCashAccount(), projection, portfolio));
        addExposureLimits(asked, limits, portfolio, orders);
        asked.add(new OpenOrdersLimit(limits.maxOpenOrders(), orders));
        if (limits.duplicateWindowNs() != RiskLimits.OFF) {
            asked.add(new DuplicateIntentCheck(limits.duplicateWindowNs(), orders, clock));
        }
        if (rateLimit != null) {
            asked.add(rateLimit);
        }
        asked.addAll(others);
        checks = asked.toArray(new RiskCheck[0]);
    }

    private static void addOrderLimits(
            final List<RiskCheck> asked, final RiskLimits limits, final Portfolio portfolio) {
        asked.add(new ValuationCheck(portfolio));
        if (limits.collarMidBps() != RiskLimits.OFF || limits.collarLastBps() != RiskLimits.OFF) {
            asked.add(new PriceCollar(limits.collarMidBps(), limits.collarLastBps()));
        }
        if (limits.maxOrderQuantityE8() != RiskLimits.OFF) {
            asked.add(new OrderQuantityLimit(limits.maxOrderQuantityE8()));
        }
        asked.add(new OrderNotionalLimit(limits.minOrderNotional(), limits.maxOrderNotional(), portfolio));
    }

    private void addExposureLimits(
            final List<RiskCheck> asked, final RiskLimits limits, final Portfolio portfolio, final Orders orders) {
        add(asked, Measure.GROSS, limits.maxGrossExposure(), worstCase);
        add(asked, Measure.NET, limits.maxNetExposure(), worstCase);
        add(asked, Measure.STRATEGY_GROSS, limits.maxStrategyGrossExposure(), worstCase);
        add(asked, Measure.STRATEGY_NET, limits.maxStrategyNetExposure(), worstCase);
        final int before = asked.size();
        if (limits.buyingPowerE8() != RiskLimits.OFF) {
            asked.add(new BuyingPower(limits, worstCase, portfolio));
        }
        if (before != asked.size() || asked.get(before - 1) instanceof ExposureLimit) {
            portfolio.listener(worstCase::onPosition);
            orders.listener(worstCase::onOpenQuantity);
            worstCase.addUp();
        }
    }

    private static void add(
            final List<RiskCheck> asked, final Measure measure, final long limit, final WorstCase worstCase) {
        if (limit != RiskLimits.OFF) {
            asked.add(new ExposureLimit(measure, limit, worstCase));
        }
    }

    /**
     * Whether a request may become an order.
     *
     * @param strategyId whose request; 0 for the operator's own book.
     * @param request whose instrument is defined.
     * @return NONE, or the first reason against it; {@link #verdict} has the numbers.
     */
    public RejectReason check(final int strategyId, final OrderRequest request) {
        verdict.pass();
        try {
            final boolean reduces = projection.reduces(strategyId, request);
            for (final RiskCheck check : checks) {
                if ((!request.isByOperator() || check.bindsOperator()) && (!reduces || check.bindsReductions())) {
                    final RejectReason reason = check.check(strategyId, request, verdict);
                    if (reason != RejectReason.NONE) {
                        return reason == verdict.reason() ? reason : verdict.refuse(reason);
                    }
                }
            }
            return RejectReason.NONE;
        } catch (final ArithmeticException e) {
            // Worth more than money or a quantity can say, so more than any limit: a wish to refuse, not a reason to
            // stop the engine.
            return verdict.refuse(RejectReason.MAX_ORDER_NOTIONAL, Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    /**
     * Whether some more orders may be open at once.
     *
     * @param count how many.
     * @return false if the limit stands against the last of them.
     */
    public boolean hasRoom(final int count) {
        return orders.openCount() + count <= maxOpenOrders;
    }

    /**
     * The last answer with its numbers.
     *
     * @return one object for the life of the gate.
     */
    public RiskVerdict verdict() {
        return verdict;
    }

    /** What passed goes out: an order, or new terms of one. */
    public void passed() {
        if (rateLimit != null) {
            rateLimit.passed();
        }
    }

    /**
     * What trading is allowed now.
     *
     * @return the states of all scopes.
     */
    public TradingStates states() {
        return states;
    }

    /** {@inheritDoc} Restoring wants orders and portfolio to be restored already. */
    @Override
    public void exchange(final StateExchange state) {
        state.section("risk", 0);
        states.exchange(state);
        if (rateLimit != null) {
            rateLimit.exchange(state);
        }
        if (state.isRestoring()) {
            worstCase.addUp();
        }
    }
}
