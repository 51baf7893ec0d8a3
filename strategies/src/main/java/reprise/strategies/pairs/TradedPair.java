package reprise.strategies.pairs;

import reprise.execution.PairState;
import reprise.market.Bar;
import reprise.signal.Reason;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.StrategyContext;

/** One pair: takes the closes of its legs, decides when both have one of the same time, and trades. Allocates nothing per bar. */
final class TradedPair {
    private static final double NS_PER_HOUR = 3.6e12;
    private static final int HALF_LIVES = 3;

    private final PairDefinition definition;
    private final StrategyContext context;
    private final PairTrade trade;
    private final LegJoin join;
    private final PairSpread spread;
    private final TradeStatistics statistics = new TradeStatistics();
    private final Reason reason = new Reason();
    private SignalRules rules;
    private final PairSizing sizing;
    private long maxHoldNs;
    private SpreadSide side = SpreadSide.FLAT;
    private SpreadSide blocked = SpreadSide.FLAT;
    private long entryNs;
    private boolean stale;

    TradedPair(
            final PairDefinition definition,
            final PairsParameters parameters,
            final StrategyContext context,
            final PairTrade trade) {
        this.definition = definition;
        this.context = context;
        this.trade = trade;
        join = new LegJoin(parameters.maxLegAge());
        spread = new PairSpread(
                parameters.hedge(),
                definition.hedgeRatio(),
                parameters.betaWindow(),
                definition.window(parameters),
                parameters.ddof());
        sizing = new PairSizing(parameters);
        become(parameters);
    }

    /** From now on, these parameters hold; they differ only in what is live. */
    void become(final PairsParameters changed) {
        rules = definition.rules(changed.entryThreshold(), changed.exitThreshold(), changed.stopLossThreshold());
        sizing.become(changed);
        maxHoldNs = Math.min(HALF_LIVES * toNs(definition.halfLifeHours()), toNs(changed.maxHoldHours()));
    }

    private static long toNs(final double hours) {
        return Math.round(hours * NS_PER_HOUR);
    }

    PairDefinition definition() {
        return definition;
    }

    PairTrade trade() {
        return trade;
    }

    PairSpread spread() {
        return spread;
    }

    LegJoin join() {
        return join;
    }

    /** A leg closed a bar. */
    void onBar(final int leg, final Bar bar) {
        final long missing = join.missing();
        final double close = trade.instrument(leg).toDouble(bar.close());
        if (join.add(leg, bar.closeTimeNs(), close)) {
            stale = false;
            spread.add(join.price(0), join.price(1));
            decide(spread.z());
        } else if (join.missing() > missing) {
            // Time goes on without a spread.
            tellStale(leg);
            decide(Double.NaN);
        }
    }

    private void tellStale(final int leg) {
        if (!stale && join.isStale()) {
            stale = true;
            context.explain(
                    trade.instrument(1 - leg),
                    reason.of("LEG_STALE").with("pair", trade.pairId()).with("hours", join.ageNs() / NS_PER_HOUR));
        }
    }

    private void decide(final double z) {
        if (blocked != SpreadSide.FLAT && rules.isBack(z, blocked)) {
            blocked = SpreadSide.FLAT;
        }
        final PairState state = trade.state();
        if (state == PairState.ONE_LEGGED || state == PairState.CLOSING) {
            return;
        }
        final long heldNs = join.timeNs() - entryNs;
        final PairSignal signal = rules.decide(side, z, side != SpreadSide.FLAT && heldNs > maxHoldNs, blocked);
        if (signal.isEntry() && trade.isStarted()) {
            enter(signal == PairSignal.LONG_SPREAD ? SpreadSide.LONG_SPREAD : SpreadSide.SHORT_SPREAD);
        } else if (signal.isExit()) {
            leave(signal, heldNs);
        }
    }

    private void enter(final SpreadSide wanted) {
        final double beta = spread.beta();
        if (!(beta > 0)) {
            // Both legs on one side are no hedge.
            refuse("HEDGE_NOT_POSITIVE");
            return;
        }
        final long equity = context.equity();
        final long quantity1 = sizing.quantity(0, trade.instrument(0), equity, statistics, beta);
        final long quantity2 = sizing.quantity(1, trade.instrument(1), equity, statistics, beta);
        if (quantity1 == 0 || quantity2 == 0) {
            refuse("LEG_TOO_SMALL");
            return;
        }
        explain(signalled(wanted.name()).with("trades", statistics.trades()));
        if (trade.open(wanted.side1(), quantity1, quantity2)) {
            side = wanted;
            entryNs = join.timeNs();
        }
    }

    private void refuse(final String why) {
        explain(signalled(why).with("trades", statistics.trades()));
    }

    private void explain(final Reason why) {
        context.explain(trade.instrument(0), why);
    }

    private Reason signalled(final String name) {
        return reason.of(name)
                .with("pair", trade.pairId())
                .with("z", spread.z())
                .with("spread", spread.spread())
                .with("beta", spread.beta());
    }

    private void leave(final PairSignal signal, final long heldNs) {
        if (signal == PairSignal.STOP_LOSS) {
            blocked = side;
        }
        explain(signalled(signal.name()).with("hours", heldNs / NS_PER_HOUR));
        trade.close();
    }

    /** The pair is flat again, for whatever reason. */
    void onFlat() {
        if (trade.round().wasOpen()) {
            statistics.add(trade.round().pnl());
        }
        side = SpreadSide.FLAT;
    }

    void exchange(final StateExchange state) {
        state.text("pair", definition.name());
        side = SpreadSide.of(state.field("side", side.ordinal()));
        blocked = SpreadSide.of(state.field("blocked", blocked.ordinal()));
        entryNs = state.field("entryNs", entryNs);
        stale = state.field("stale", stale);
        join.exchange(state);
        spread.exchange(state);
        statistics.exchange(state);
    }
}
