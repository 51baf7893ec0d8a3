package reprise.strategies.pairs;

import java.util.Arrays;
import reprise.bar.BarSeries;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.strategy.StrategyKind;

/**
 * Trades many pairs of instruments at once: buys the spread of the log prices of two legs when it is far below its rolling mean, sells it when
 * it is far above, and leaves it when it is back, has gone too far, or has taken too long. Both legs are one trade, to the engine too.
 *
 * <p>Decides when both legs have closed a bar of the same time. {@code SignalRules} holds the rules, {@code KellySizing} the sizes,
 * {@code TradedPair} one pair.
 */
public final class PairsStrategy implements Strategy {
    private static final Feed[] NO_FEEDS = {};

    private PairsParameters parameters;
    private TradedPair[] pairs = {};
    private Feed[][] feeds = {};
    private BarSeries[] series = {};

    /** What the bars of an instrument are to a pair. */
    private record Feed(TradedPair pair, int leg) {}

    /**
     * A strategy that has seen nothing yet.
     *
     * @param parameters of this strategy.
     */
    public PairsStrategy(final PairsParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void onStart(final StrategyContext context) {
        takeUp(context);
        for (final TradedPair pair : pairs) {
            if (!pair.definition().active()) {
                pair.trade().stop();
            }
        }
    }

    @Override
    public void onRestore(final StrategyContext context) {
        takeUp(context);
    }

    private void takeUp(final StrategyContext context) {
        pairs = new TradedPair[parameters.pairs().size()];
        for (int i = 0; i < pairs.length; i++) {
            final PairDefinition definition = parameters.pairs().get(i);
            final Instrument first = context.instrument(definition.symbol1());
            final Instrument second = context.instrument(definition.symbol2());
            pairs[i] = new TradedPair(
                    definition, parameters, context, context.pair(first, second, parameters.execution()));
            listen(context, first, new Feed(pairs[i], 0));
            listen(context, second, new Feed(pairs[i], 1));
        }
    }

    private void listen(final StrategyContext context, final Instrument instrument, final Feed feed) {
        final int id = instrument.id();
        if (id >= feeds.length) {
            final int before = feeds.length;
            feeds = Arrays.copyOf(feeds, id + 1);
            Arrays.fill(feeds, before, feeds.length, NO_FEEDS);
            series = Arrays.copyOf(series, id + 1);
        }
        if (feeds[id].length == 0) {
            if (parameters.bars() == null) {
                context.subscribe(instrument);
            } else {
                series[id] = context.subscribe(instrument, parameters.bars());
            }
        }
        feeds[id] = Arrays.copyOf(feeds[id], feeds[id].length + 1);
        feeds[id][feeds[id].length - 1] = feed;
    }

    @Override
    public void onBar(final Instrument instrument) {
        if (parameters.bars() == null) {
            onBar(instrument.id(), instrument.bar());
        }
    }

    @Override
    public void onBar(final BarSeries closed) {
        final int id = closed.instrument().id();
        if (id < series.length && series[id] == closed) {
            onBar(id, closed.bar());
        }
    }

    private void onBar(final int instrumentId, final Bar bar) {
        for (final Feed feed : feeds[instrumentId]) {
            feed.pair().onBar(feed.leg(), bar);
        }
    }

    @Override
    public void onPair(final PairTrade pair, final PairState from, final PairState to, final PairReason reason) {
        if (to == PairState.FLAT) {
            pairs[pair.pairId() - 1].onFlat();
        }
    }

    /** The pairs in the order of the registry; read only. */
    TradedPair[] pairs() {
        return pairs;
    }

    @Override
    public Record parameters() {
        return parameters;
    }

    @Override
    public void onParameters(final Record changed) {
        parameters = (PairsParameters) changed;
        for (final TradedPair pair : pairs) {
            pair.become(parameters);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("tradedPairs", pairs.length, pairs.length);
        for (int i = 0; i < count; i++) {
            state.section("tradedPair", i);
            pairs[i].exchange(state);
        }
    }

    /** The kind of strategy. */
    public static final class Kind implements StrategyKind<PairsParameters> {
        @Override
        public String name() {
            return "pairs";
        }

        @Override
        public String summary() {
            return "Trades pairs on the z-score of the spread of their log prices: buys it low, sells it high, both legs as one.";
        }

        @Override
        public Class<PairsParameters> parameters() {
            return PairsParameters.class;
        }

        @Override
        public Strategy create(final PairsParameters parameters) {
            return new PairsStrategy(parameters);
        }
    }
}
