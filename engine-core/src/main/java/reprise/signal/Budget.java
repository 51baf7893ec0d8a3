package reprise.signal;

import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * Step 5: is there room. Greedy in order of rank: what better signals of the window took is gone. Counts refuse; money and volume refuse
 * when nothing is left, and otherwise bound the size. A signal of a strategy that already has a position in the instrument counts as a
 * position more.
 */
final class Budget {
    private final ArbiterConfig config;
    private final StrategyTerms[] terms;
    private final ArbitrationContext context;

    Budget(final ArbiterConfig config, final StrategyTerms[] terms, final ArbitrationContext context) {
        this.config = config;
        this.terms = terms;
        this.context = context;
    }

    void check(final Decision[] ranked, final int index) {
        final Decision decision = ranked[index];
        final Signal signal = decision.signal;
        int all = 0;
        int symbol = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] != null) {
                all += context.positions(i);
                symbol += isHeld(i, signal) ? 1 : 0;
            }
        }
        int strategy = context.positions(signal.strategyId());
        for (int i = 0; i < index; i++) {
            final Decision better = ranked[i];
            if (better.isAlive()) {
                all++;
                strategy += better.signal.strategyId() == signal.strategyId() ? 1 : 0;
                symbol += better.meets(decision) && better.signal.side() == signal.side() ? 1 : 0;
            }
        }
        if (all >= config.maxPositions()) {
            decision.refuse(ArbitrationReason.MAX_POSITIONS, all, config.maxPositions());
        } else if (strategy >= config.maxStrategyPositions()) {
            decision.refuse(ArbitrationReason.MAX_STRATEGY_POSITIONS, strategy, config.maxStrategyPositions());
        } else if (symbol >= config.maxSymbolPositions()) {
            decision.refuse(ArbitrationReason.MAX_SYMBOL_POSITIONS, symbol, config.maxSymbolPositions());
        }
    }

    private boolean isHeld(final int strategyId, final Signal signal) {
        final long held = context.position(strategyId, signal.instrumentId());
        return signal.side() == Side.BUY ? held > 0 : held < 0;
    }

    void checkExposure(final Decision[] ranked, final int index) {
        final Decision decision = ranked[index];
        if (clusterRoom(ranked, index) <= 0) {
            decision.refuse(
                    ArbitrationReason.CLUSTER_EXPOSURE,
                    clusterExposure(ranked, index),
                    partOfEquity(config.maxCluster()));
        } else if (grossRoom(ranked, index) <= 0) {
            decision.refuse(
                    ArbitrationReason.GROSS_EXPOSURE,
                    Math.addExact(context.grossExposure(), taken(ranked, index, -1)),
                    partOfEquity(config.maxGross()));
        } else if (strategyRoom(ranked, index) <= 0) {
            final int strategyId = decision.signal.strategyId();
            decision.refuse(
                    ArbitrationReason.STRATEGY_EXPOSURE,
                    Math.addExact(context.strategyExposure(strategyId), taken(ranked, index, strategyId)),
                    partOfEquity(terms[strategyId].maxExposure()));
        } else if (volumeRoom(ranked, index) <= 0) {
            decision.refuse(ArbitrationReason.PARTICIPATION, 0, volumeRoom(ranked, index));
        }
    }

    long grossRoom(final Decision[] ranked, final int index) {
        return partOfEquity(config.maxGross()) - context.grossExposure() - taken(ranked, index, -1);
    }

    long strategyRoom(final Decision[] ranked, final int index) {
        final int strategyId = ranked[index].signal.strategyId();
        return partOfEquity(terms[strategyId].maxExposure())
                - context.strategyExposure(strategyId)
                - taken(ranked, index, strategyId);
    }

    long clusterRoom(final Decision[] ranked, final int index) {
        final boolean none = context.cluster(ranked[index].signal.instrumentId()) == ArbitrationContext.NO_CLUSTER;
        return none ? Long.MAX_VALUE : partOfEquity(config.maxCluster()) - clusterExposure(ranked, index);
    }

    private long clusterExposure(final Decision[] ranked, final int index) {
        final int cluster = context.cluster(ranked[index].signal.instrumentId());
        long exposure = context.clusterExposure(cluster);
        for (int i = 0; i < index; i++) {
            if (ranked[i].isAlive() && context.cluster(ranked[i].signal.instrumentId()) == cluster) {
                exposure = Math.addExact(exposure, ranked[i].notional);
            }
        }
        return exposure;
    }

    /** What is left of the volume, which all signals of the window in the symbol share. */
    long volumeRoom(final Decision[] ranked, final int index) {
        long room = Money.fraction(
                context.recentVolume(ranked[index].signal.instrumentId()), config.maxParticipation(), Rounding.FLOOR);
        for (int i = 0; i < index; i++) {
            room -= ranked[i].isAlive() && ranked[i].meets(ranked[index]) ? ranked[i].quantity : 0;
        }
        return room;
    }

    /** What is left of what the account can pay for. */
    long buyingRoom(final Decision[] ranked, final int index) {
        return context.buyingPower() - taken(ranked, index, -1);
    }

    private long partOfEquity(final long rate) {
        return Money.fraction(Math.max(0, context.equity()), rate, Rounding.FLOOR);
    }

    /** What better signals took, of one strategy or of all. */
    private static long taken(final Decision[] ranked, final int index, final int strategyId) {
        long taken = 0;
        for (int i = 0; i < index; i++) {
            if (ranked[i].isAlive() && (strategyId < 0 || ranked[i].signal.strategyId() == strategyId)) {
                taken = Math.addExact(taken, ranked[i].notional);
            }
        }
        return taken;
    }
}
