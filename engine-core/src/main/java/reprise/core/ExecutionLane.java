package reprise.core;

import reprise.execution.ExecutionAlgorithm;
import reprise.execution.ExecutionDecision;
import reprise.execution.ExecutionListener;
import reprise.execution.LimitRouter;
import reprise.execution.MarketExecutor;
import reprise.execution.OrderEntry;
import reprise.execution.ParticipationExecutor;
import reprise.execution.TwapExecutor;
import reprise.market.Instrument;
import reprise.order.OrderIds;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.portfolio.Position;
import reprise.state.StateExchange;

/**
 * Brings one book of a strategy to the position that it wants, in legs: what is held on the other side is closed first, then the rest is
 * opened. One leg is under way at a time; wanting the same again does nothing, wanting less or the other side takes the leg back first.
 *
 * <pre>
 *   leg ended as wanted, or taken back    the next leg, until the target is held
 *   an opening failed                     given up until the strategy says its target again
 *   a closing failed                      tried again with the market, a second later at the earliest
 *   outcome unknown                       nothing until it is known
 * </pre>
 *
 * <p>An opening leg may be of an amount of money, where the venue takes that: what it bought is the target then.
 */
final class ExecutionLane {
    private static final long RETRY_NS = 1_000_000_000L;

    private final int index;
    private final int strategyId;
    private final Instrument instrument;
    private final Position position;
    private final ExecutionPolicy policy;
    private final Closable closable;
    private final ExecutionListener listener;
    private final MarketExecutor market;
    private final LimitRouter router;
    private final TwapExecutor twap;
    private final ParticipationExecutor participation;
    private final ExecutionAlgorithm algorithm;
    private long target;
    private boolean pursuing;
    private boolean legActive;
    private boolean legOpens;
    private long legGoal;
    private boolean legOfAmount;
    private long amount;
    private long amountQuantity;
    private boolean stopping;
    private long retryNs;

    /** What a lane acts through. */
    record Services(OrderEntry entry, Closable closable, ExecutionListener listener) {}

    /** Makes the lane of that index among all. */
    ExecutionLane(
            final int index,
            final int strategyId,
            final Instrument instrument,
            final Position position,
            final ExecutionPolicy policy,
            final Services services) {
        this.index = index;
        this.strategyId = strategyId;
        this.instrument = instrument;
        this.position = position;
        this.policy = policy;
        this.closable = services.closable();
        this.listener = services.listener();
        final OrderEntry entry = services.entry();
        final ExecutionStyle style = policy.style();
        market = style == ExecutionStyle.MARKET ? new MarketExecutor(strategyId, instrument, entry) : null;
        router = style == ExecutionStyle.LIMIT
                ? new LimitRouter(strategyId, instrument, policy.router(), entry, listener)
                : null;
        twap = style == ExecutionStyle.TWAP
                ? new TwapExecutor(strategyId, instrument, policy.slicing(), entry, listener)
                : null;
        participation = style == ExecutionStyle.PARTICIPATION
                ? new ParticipationExecutor(strategyId, instrument, policy.slicing(), entry, listener)
                : null;
        algorithm = switch (style) {
            case MARKET -> market;
            case LIMIT -> router;
            case TWAP -> twap;
            case PARTICIPATION -> participation;
        };
    }

    ExecutionAlgorithm algorithm() {
        return algorithm;
    }

    int index() {
        return index;
    }

    int strategyId() {
        return strategyId;
    }

    Instrument instrument() {
        return instrument;
    }

    ExecutionPolicy policy() {
        return policy;
    }

    /** What the book will hold if nothing comes in between; what it holds now where nothing is wanted. */
    long expected() {
        return pursuing ? target : position.quantity();
    }

    /** Whether the book is to hold something. */
    boolean isWanted() {
        return pursuing && target != 0;
    }

    /** From now on this is wanted; to open so much of it, an amount of money may be ordered instead, if it is not 0. */
    void target(final long signedQuantity, final long openingAmount, final long openingQuantity, final long nowNs) {
        target = signedQuantity;
        amount = market == null ? 0 : openingAmount;
        amountQuantity = openingQuantity;
        pursuing = true;
        retryNs = nowNs;
        proceed(nowNs);
    }

    /** Whether an amount is being bought for, and nothing less is wanted since. */
    boolean isBuyingFor(final long wantedAmount) {
        return pursuing && legOfAmount && !stopping && amount == wantedAmount;
    }

    /** Nothing is wanted any more; what works is taken back. */
    void abandon(final long nowNs) {
        pursuing = false;
        if (isBusy()) {
            stop(nowNs);
        }
    }

    void onCash(final long cash) {
        if (router != null) {
            router.onCash(cash);
        }
    }

    void onMarket(final long volume, final long nowNs) {
        algorithm.onMarket(nowNs);
        if (participation != null) {
            participation.onVolume(volume, nowNs);
        }
        proceed(nowNs);
    }

    /** Something changed: the next step, if one is due. */
    void proceed(final long nowNs) {
        if (isBusy()) {
            if (legActive && isTooMuch()) {
                stop(nowNs);
            }
            return;
        }
        endLeg(nowNs);
        if (pursuing && nowNs >= retryNs) {
            beginLeg(nowNs);
        }
    }

    private boolean isBusy() {
        if (router != null) {
            return !router.isIdle();
        }
        if (market != null) {
            return market.isRunning();
        }
        return twap != null ? twap.isRunning() : participation.isRunning();
    }

    /** Whether the leg goes beyond what is wanted now, or the wrong way. */
    private boolean isTooMuch() {
        if (legOfAmount) {
            // Nobody knows yet what the amount comes to: wishes are compared.
            return !pursuing || Long.signum(target) != Long.signum(legGoal) || Math.abs(target) < Math.abs(legGoal);
        }
        final long needed = pursuing ? target - position.quantity() : 0;
        final long remaining = legGoal - position.quantity();
        return remaining == 0
                || Long.signum(needed) != Long.signum(remaining)
                || Math.abs(needed) < Math.abs(remaining);
    }

    private void stop(final long nowNs) {
        if (pursuing && router != null && !policy.router().cancelOnFlip()) {
            return;
        }
        stopping = true;
        if (router != null) {
            router.cancel(nowNs);
        } else if (market != null) {
            market.cancel();
        } else if (twap != null) {
            twap.cancel(nowNs);
        } else {
            participation.cancel(nowNs);
        }
    }

    private void endLeg(final long nowNs) {
        if (!legActive) {
            return;
        }
        legActive = false;
        final boolean reached = legOfAmount ? market.isFilled() : position.quantity() == legGoal;
        if (legOfAmount && reached && target == legGoal) {
            target = position.quantity();
        }
        legOfAmount = false;
        final boolean failed = !reached && !stopping;
        stopping = false;
        if (failed && legOpens) {
            pursuing = false;
        } else if (failed) {
            retryNs = nowNs + RETRY_NS;
        }
    }

    private void beginLeg(final long nowNs) {
        final long held = position.quantity();
        final long lot = instrument.definition().lotSize();
        final boolean turns = held != 0 && Long.signum(target) != Long.signum(held) && Math.abs(held) >= lot;
        final long change = Math.subtractExact(turns ? 0 : target, held);
        legOpens = !turns && Math.abs(target) > Math.abs(held);
        final Side side = change > 0 ? Side.BUY : Side.SELL;
        final long wanted = Math.abs(change) - Math.abs(change) % lot;
        final long quantity =
                legOpens ? wanted : Math.min(wanted, closable.quantity(strategyId, instrument.id(), wanted));
        if (isDust(wanted)) {
            pursuing = false;
            if (change != 0) {
                tell(ExecutionDecision.SKIPPED_DUST, RejectReason.NONE, Math.abs(change));
            }
        } else if (policy.dryRun() && router == null) {
            pursuing = false;
            tell(ExecutionDecision.WOULD_SUBMIT, RejectReason.NONE, quantity);
        } else if (quantity <= 0) {
            // Somebody else is closing it already.
            retryNs = nowNs + RETRY_NS;
        } else {
            legActive = true;
            legGoal = held + side.sign() * quantity;
            legOfAmount = amount > 0 && legOpens && quantity == amountQuantity;
            if (legOfAmount) {
                market.startFor(side, amount, nowNs);
            } else {
                begin(side, quantity, nowNs);
            }
            if (!isBusy()) {
                endLeg(nowNs);
            }
            pursuing &= !policy.dryRun();
        }
    }

    /** What no venue would take. */
    private boolean isDust(final long quantity) {
        final long price = instrument.markPrice();
        return quantity == 0
                || price > 0
                        && instrument.notional(price, quantity)
                                < instrument.definition().minNotional();
    }

    private void begin(final Side side, final long quantity, final long nowNs) {
        switch (policy.style()) {
            case MARKET -> market.start(side, quantity, nowNs);
            case LIMIT -> {
                if (legOpens) {
                    router.open(side, quantity, nowNs);
                } else {
                    router.close(side, quantity, nowNs);
                }
            }
            case TWAP -> twap.start(side, quantity, policy.slices(), nowNs + policy.horizonNs(), nowNs);
            case PARTICIPATION ->
                participation.start(side, quantity, policy.participationRate(), nowNs + policy.horizonNs(), nowNs);
            default -> throw new IllegalStateException("no such style: " + policy.style());
        }
    }

    private void tell(final ExecutionDecision decision, final RejectReason reason, final long quantity) {
        listener.onDecision(
                strategyId,
                instrument.id(),
                decision,
                reason,
                OrderIds.NULL_ORDER_ID,
                quantity,
                0,
                instrument.markPrice());
    }

    /** Carries all but the ids, by which its owner finds it. */
    void exchange(final StateExchange state) {
        target = state.field("target", target);
        pursuing = state.field("pursuing", pursuing);
        legActive = state.field("legActive", legActive);
        legOpens = state.field("legOpens", legOpens);
        legGoal = state.field("legGoal", legGoal);
        legOfAmount = state.field("legOfAmount", legOfAmount);
        amount = state.field("amount", amount);
        amountQuantity = state.field("amountQuantity", amountQuantity);
        stopping = state.field("stopping", stopping);
        retryNs = state.field("retryNs", retryNs);
        algorithm.exchange(state);
    }
}
