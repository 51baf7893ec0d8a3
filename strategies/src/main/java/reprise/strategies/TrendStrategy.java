package reprise.strategies;

import static reprise.parameter.Kind.MONEY;
import static reprise.parameter.Kind.SHARE;
import static reprise.parameter.Kind.SYMBOL;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.BarShape;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;
import reprise.signal.Reason;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.strategy.StrategyKind;

/**
 * Follows trends of one instrument: long while the fast average of the closes is above the slow one, entered only when the ADX says that
 * the trend is strong and the bar itself moved with it; flat once the averages have crossed back. Falling trends mirror this where allowed.
 *
 * <p>Looks once at every closed bar, of the venue's or of those that it has built of them, whatever their length, and trades a fixed worth: by market orders, which
 * {@code PositionTaker} handles, or, where an execution is configured, by naming the position to the engine. {@code TrendSignal} holds the
 * rules.
 */
public final class TrendStrategy implements Strategy {
    private static final String[] NAMES = {"AVERAGES_CROSSED_BACK", "UPTREND", "DOWNTREND"};

    private final Reason reason = new Reason();
    private Parameters parameters;
    private TrendSignal signal;
    private StrategyContext context;
    private WatchedBars bars;
    private Line emaFast;
    private Line emaSlow;
    private Line adx;
    private PositionTaker taker;
    private TargetTaker targets;

    /**
     * A strategy that has seen nothing yet.
     *
     * @param parameters of this strategy.
     */
    public TrendStrategy(final Parameters parameters) {
        this.parameters = parameters;
        signal = parameters.newSignal();
    }

    @Override
    public void onStart(final StrategyContext context) {
        takeUp(context);
    }

    @Override
    public void onRestore(final StrategyContext context) {
        takeUp(context);
    }

    private void takeUp(final StrategyContext given) {
        context = given;
        bars = new WatchedBars(context, parameters.instrument(), parameters.bars());
        emaFast = bars.indicator("ema:" + parameters.emaFast());
        emaSlow = bars.indicator("ema:" + parameters.emaSlow());
        adx = bars.indicator("adx:" + parameters.adxLength());
        if (context.executesTargets()) {
            targets = new TargetTaker(context, bars.instrument(), parameters.orderNotional());
        } else {
            taker = new PositionTaker(
                    context,
                    bars.instrument(),
                    parameters.orderNotional(),
                    new BracketShares(parameters.bracketStop(), parameters.bracketTarget()));
        }
    }

    @Override
    public void onBar(final Instrument barOf) {
        if (bars.isOf(barOf)) {
            decide(bars.bar());
        }
    }

    @Override
    public void onBar(final BarSeries barOf) {
        if (bars.isOf(barOf)) {
            decide(bars.bar());
        }
    }

    private void decide(final Bar bar) {
        final Direction direction = targets == null ? taker.direction() : targets.direction();
        final Direction wanted = signal.decide(direction, bar, emaFast.value(), emaSlow.value(), adx.value());
        if (wanted != direction) {
            explain(wanted, bar);
        }
        if (targets == null) {
            taker.pursue(wanted);
        } else {
            targets.pursue(wanted);
        }
    }

    private void explain(final Direction wanted, final Bar bar) {
        context.explain(
                bars.instrument(),
                reason.of(NAMES[wanted.ordinal()])
                        .with("emaFast", emaFast.value())
                        .with("emaSlow", emaSlow.value())
                        .with("adx", adx.value())
                        .with("body", BarShape.bodyFraction(bar)));
    }

    @Override
    public void onOrder(final Order order) {
        if (taker != null) {
            taker.onOrder(order);
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        if (taker != null) {
            taker.exchange(state);
        }
    }

    @Override
    public Record parameters() {
        return parameters;
    }

    @Override
    public void onParameters(final Record changed) {
        parameters = (Parameters) changed;
        signal = parameters.newSignal();
    }

    /** The kind of strategy. */
    public static final class Kind implements StrategyKind<Parameters> {
        @Override
        public String name() {
            return "trend";
        }

        @Override
        public String summary() {
            return "Follows trends: long while a fast average is above a slow one, entered when the ADX is high and the bar confirms.";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Strategy create(final Parameters parameters) {
            return new TrendStrategy(parameters);
        }
    }

    /** The knobs of a trend strategy. */
    public record Parameters(
            @Parameter(meaning = "what it trades", kind = SYMBOL)
            String instrument,

            @Parameter(meaning = "bars to look at, built of the venue's; without it, these themselves", optional = true)
            BarSpec bars,

            @Parameter(meaning = "most that an entry may be worth", kind = MONEY, value = "1000", min = "0.00000001")
            long orderNotional,

            @Parameter(meaning = "length of the fast average", unit = "bars", value = "15", min = "1", max = "10000")
            int emaFast,

            @Parameter(meaning = "length of the slow average", unit = "bars", value = "100", min = "2", max = "10000")
            int emaSlow,

            @Parameter(meaning = "length of the ADX", unit = "bars", value = "14", min = "2", max = "10000")
            int adxLength,

            @Parameter(meaning = "smallest ADX at which to enter", value = "20", min = "0", max = "100", live = true)
            double adxMin,

            @Parameter(meaning = "whether the bar must confirm an entry", value = "true", live = true)
            boolean priceActionFilter,

            @Parameter(
                    meaning = "smallest share of the bar's range that its body must have",
                    value = "0.5",
                    min = "0",
                    max = "1",
                    live = true)
            double priceActionMinBody,

            @Parameter(meaning = "whether falling trends are traded too", value = "false", live = true)
            boolean allowShort,

            @Parameter(
                    meaning = "how far below an entry its stop rests; 0 for no bracket",
                    kind = SHARE,
                    value = "0",
                    min = "0",
                    max = "0.9")
            long bracketStop,

            @Parameter(
                    meaning = "how far above an entry its target rests; 0 for no bracket",
                    kind = SHARE,
                    value = "0",
                    min = "0",
                    max = "0.9")
            long bracketTarget) {
        /** Checks what only makes sense together. */
        public Parameters {
            if (bracketStop > 0 != bracketTarget > 0) {
                throw new ParameterException(
                        "bracketStop", "and bracketTarget belong together: both above 0, or both 0");
            }
            if (emaFast >= emaSlow) {
                throw new ParameterException(
                        "emaFast", "must be less than emaSlow: emaFast=" + emaFast + ", emaSlow=" + emaSlow);
            }
        }

        private TrendSignal newSignal() {
            return new TrendSignal(adxMin, priceActionFilter, priceActionMinBody, allowShort);
        }
    }
}
