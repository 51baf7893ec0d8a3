package reprise.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import reprise.exit.ExitEngine;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;

/**
 * Which exit plans there are, and which one the next entry of a strategy in an instrument gets: the strategy's configured one, number 0,
 * unless the last signal that was accepted there named another of its own, from number 1. Part of the state of {@link ExitDesk}.
 */
final class ExitPlans implements Snapshotable {
    private static final long UNKNOWN_ATR = -1;

    private final Indicators indicators;
    private final ExitPolicy[] policies;
    private final int[][] idsByStrategy;
    private final long[][] chosen;
    private Line[][] atrLines;

    /** The configured plans, by strategy from id 1, and those that strategies bring. */
    ExitPlans(final Indicators indicators, final SupervisionPolicy policy, final List<Strategy> strategies) {
        this.indicators = indicators;
        final List<ExitPolicy> configured = policy.exits(strategies.size());
        final List<ExitPolicy> all = new ArrayList<>();
        idsByStrategy = new int[strategies.size() + 1][];
        idsByStrategy[0] = new int[] {ExitEngine.NO_PLAN};
        for (int i = 1; i < idsByStrategy.length; i++) {
            final List<ExitPolicy> own = strategies.get(i - 1).exitPolicies();
            idsByStrategy[i] = new int[own.size() + 1];
            idsByStrategy[i][0] = add(configured.get(i - 1), all);
            for (int number = 1; number <= own.size(); number++) {
                idsByStrategy[i][number] = add(own.get(number - 1), all);
            }
        }
        policies = all.toArray(ExitPolicy[]::new);
        chosen = new long[idsByStrategy.length][0];
        atrLines = new Line[policies.length][0];
    }

    private static int add(final ExitPolicy policy, final List<ExitPolicy> all) {
        if (policy == null) {
            return ExitEngine.NO_PLAN;
        }
        all.add(policy);
        return all.size() - 1;
    }

    /** By plan id. */
    ExitPlan[] plans() {
        return Arrays.stream(policies).map(ExitPolicy::plan).toArray(ExitPlan[]::new);
    }

    ExitPolicy policy(final int planId) {
        return policies[planId];
    }

    /** Whether any entry of a strategy is protected. */
    boolean protects(final int strategyId) {
        return strategyId < idsByStrategy.length
                && (idsByStrategy[strategyId].length > 1 || idsByStrategy[strategyId][0] != ExitEngine.NO_PLAN);
    }

    /** Whether a strategy may name a plan by its number; 0 always. */
    boolean has(final int strategyId, final int number) {
        return number >= 0 && number < idsByStrategy[strategyId].length;
    }

    /** A strategy will trade an instrument: tells what must be ready before it does. */
    void prepare(final int strategyId, final Instrument instrument, final Consumer<Line> needed) {
        if (strategyId >= idsByStrategy.length) {
            return;
        }
        for (final int planId : idsByStrategy[strategyId]) {
            if (planId == ExitEngine.NO_PLAN || !policies[planId].plan().needsAtr()) {
                continue;
            }
            if (instrument.id() >= atrLines[planId].length) {
                atrLines[planId] = Arrays.copyOf(atrLines[planId], instrument.id() + 1);
            }
            final Line line = indicators.demand(instrument, "atr:" + policies[planId].atrLength());
            atrLines[planId][instrument.id()] = line;
            needed.accept(line);
        }
    }

    /** The next entry there gets this plan. */
    void choose(final int strategyId, final int instrumentId, final int number) {
        if (idsByStrategy[strategyId].length > 1) {
            makeRoom(strategyId, instrumentId + 1);
            chosen[strategyId][instrumentId] = number;
        }
    }

    private void makeRoom(final int strategyId, final int length) {
        if (length > chosen[strategyId].length) {
            chosen[strategyId] = Arrays.copyOf(chosen[strategyId], length);
        }
    }

    /** The plan that an entry gets; {@link ExitEngine#NO_PLAN} for none. */
    int planId(final int strategyId, final int instrumentId) {
        final boolean isChosen = instrumentId < chosen[strategyId].length;
        return idsByStrategy[strategyId][isChosen ? (int) chosen[strategyId][instrumentId] : 0];
    }

    /** The average true range that a plan measures by, in price units: 0 if it needs none, negative if it is not known. */
    long atr(final int planId, final Instrument instrument) {
        if (!policies[planId].plan().needsAtr()) {
            return 0;
        }
        final Line line = atrLines[planId][instrument.id()];
        if (!line.isReady() || !line.isDefined()) {
            return UNKNOWN_ATR;
        }
        final double units =
                line.value() * Decimals.powerOfTen(instrument.definition().priceDecimals());
        return Math.max(1, (long) Math.ceil(units));
    }

    @Override
    public void exchange(final StateExchange state) {
        for (int i = 1; i < chosen.length; i++) {
            if (idsByStrategy[i].length > 1) {
                state.section("exitPlans", i);
                final int count = state.count("instruments", chosen[i].length, 1 << 20);
                makeRoom(i, count);
                state.field("chosen", chosen[i]);
            }
        }
    }
}
