package reprise.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.execution.PairReason;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Two pairs of the same legs; does what the test says at the next quote. */
final class Pairing implements Strategy {
    static final long SECOND = 1_000_000_000L;
    static final PairSettings SETTINGS = new PairSettings(10 * SECOND, SECOND, Money.parse("1000000"), false);

    final List<String> heard = new ArrayList<>();
    StrategyContext context;
    PairTrade pair;
    PairTrade other;
    Consumer<PairTrade> next = unused -> {};

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        context.subscribe(context.instrument("I0"));
        pair = context.pair(context.instrument("I0"), context.instrument("I1"), SETTINGS);
        other = context.pair(context.instrument("I1"), context.instrument("I0"), SETTINGS);
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void onQuote(final Instrument instrument) {
        final Consumer<PairTrade> action = next;
        next = unused -> {};
        action.accept(pair);
    }

    @Override
    public void onPair(final PairTrade changed, final PairState from, final PairState to, final PairReason reason) {
        heard.add(changed.pairId() + " " + from + " " + to + " " + reason);
    }

    @Override
    public void exchange(final StateExchange state) {
        // All of it is in the script.
    }
}
