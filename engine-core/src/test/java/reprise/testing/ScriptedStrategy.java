package reprise.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.bar.BarSeries;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** A strategy that listens to every given instrument, notes down what it hears, and does what the test says at its next callback. */
public final class ScriptedStrategy implements Strategy {
    private final String[] symbols;
    private final List<String> heard;
    private StrategyContext context;
    private Consumer<StrategyContext> next = c -> {};

    /**
     * A strategy.
     *
     * @param heard receives a line a callback; may be shared to see the order between strategies.
     * @param symbols to listen to.
     */
    public ScriptedStrategy(final List<String> heard, final String... symbols) {
        this.heard = heard;
        this.symbols = symbols;
    }

    /**
     * A strategy that keeps its notes to itself.
     *
     * @param symbols to listen to.
     * @return the strategy.
     */
    public static ScriptedStrategy listeningTo(final String... symbols) {
        return new ScriptedStrategy(new ArrayList<>(), symbols);
    }

    /**
     * What to do at the next callback, once.
     *
     * @param action is given the context.
     */
    public void next(final Consumer<StrategyContext> action) {
        next = action;
    }

    /**
     * The context that it was started with, to misuse it.
     *
     * @return the context.
     */
    public StrategyContext context() {
        return context;
    }

    /**
     * What it heard since the last call.
     *
     * @return a line a callback.
     */
    public List<String> take() {
        final List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }

    private void hear(final String line) {
        heard.add("s" + context.strategyId() + " " + line);
        final Consumer<StrategyContext> action = next;
        next = c -> {};
        action.accept(context);
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        listen(newContext);
        hear("start");
    }

    private void listen(final StrategyContext newContext) {
        context = newContext;
        for (final String symbol : symbols) {
            context.subscribe(context.instrument(symbol));
        }
    }

    @Override
    public void onBar(final Instrument instrument) {
        hear("bar " + instrument.symbol() + " " + instrument.bar().close());
    }

    @Override
    public void onBar(final BarSeries series) {
        hear("built " + series.instrument().symbol() + " " + series.bar().close());
    }

    @Override
    public void onQuote(final Instrument instrument) {
        hear("quote " + instrument.symbol() + " " + instrument.quote().bidPrice() + "/"
                + instrument.quote().askPrice());
    }

    @Override
    public void onTrade(final Instrument instrument) {
        hear("trade " + instrument.symbol() + " " + instrument.lastTradePrice());
    }

    @Override
    public void onTimer(final long deadlineNs, final long token) {
        hear("timer " + token + " due " + deadlineNs + " at " + context.timeNs());
    }

    @Override
    public void onOrder(final Order order) {
        hear("order " + OrderIds.format(order.orderId()) + " " + order.state() + " " + order.filledQuantity() + "/"
                + order.quantity());
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        listen(newContext);
    }

    @Override
    public void exchange(final StateExchange state) {
        // All of it is in the script.
    }
}
