package example;

import static reprise.parameter.Kind.MONEY;
import static reprise.parameter.Kind.SYMBOL;

import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.parameter.Parameter;
import reprise.signal.Reason;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.strategy.StrategyKind;

/** Buys when a bar closes above the highest price of the bars before it, and sells when one closes below its average. */
public final class BreakoutStrategy implements Strategy {
    private final Reason reason = new Reason();
    private Parameters parameters;
    private StrategyContext context;
    private Instrument instrument;
    private Line highest;
    private Line average;

    /** The highest price before the present bar. It decides, so it is part of the state: see exchange. */
    private double ceiling = Double.NaN;

    BreakoutStrategy(Parameters parameters) {
        this.parameters = parameters;
    }

    /** What I listen to, and which indicators I demand. */
    @Override
    public void onStart(StrategyContext context) {
        this.context = context;
        instrument = context.instrument(parameters.instrument());
        context.subscribe(instrument);
        highest = context.indicator(instrument, "max(high, " + parameters.length() + ")");
        average = context.indicator(instrument, "sma:" + parameters.length());
    }

    /** The engine goes on from a snapshot: take up the same again. */
    @Override
    public void onRestore(StrategyContext context) {
        onStart(context);
    }

    /** A bar closed, and both indicators are ready. */
    @Override
    public void onBar(Instrument instrument) {
        double close = instrument.toDouble(instrument.bar().close());
        boolean holds = context.expectedPosition(instrument) > 0;
        if (!holds && close > ceiling * (1 + parameters.margin())) {
            context.explain(instrument, reason.of("BREAKOUT").with("close", close).with("ceiling", ceiling));
            context.target(instrument, instrument.quantityFor(parameters.orderNotional(), instrument.markPrice()));
        } else if (holds && close < average.value()) {
            context.explain(instrument, reason.of("BELOW_AVERAGE").with("close", close).with("average", average.value()));
            context.target(instrument, 0);
        }
        ceiling = highest.value();
    }

    /** All that can influence a later decision, one line a field: saved, and put back by the same line. */
    @Override
    public void exchange(StateExchange state) {
        ceiling = state.field("ceiling", ceiling);
    }

    @Override
    public Record parameters() {
        return parameters;
    }

    /** The operator changed what is declared live. */
    @Override
    public void onParameters(Record changed) {
        parameters = (Parameters) changed;
    }

    /** My parameters: `reprise strategies breakout` lists them, and a configuration is held to them. */
    public record Parameters(
            @Parameter(meaning = "what it trades", kind = SYMBOL) String instrument,
            @Parameter(meaning = "most that an entry may be worth", kind = MONEY, value = "1000", min = "1") long orderNotional,
            @Parameter(meaning = "bars that ceiling and average are taken of", unit = "bars", value = "20", min = "2", max = "1000") int length,
            @Parameter(meaning = "share by which a close must be above the ceiling", value = "0", min = "0", max = "0.5", live = true) double margin) {}

    /** How a configuration finds me: named in META-INF/services/reprise.strategy.StrategyKind. */
    public static final class Kind implements StrategyKind<Parameters> {
        @Override
        public String name() {
            return "breakout";
        }

        @Override
        public String summary() {
            return "Buys closes above the highest price of the bars before, sells closes below their average.";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new BreakoutStrategy(parameters);
        }
    }
}
