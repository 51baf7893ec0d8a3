package reprise.strategies;

import static reprise.parameter.Kind.MONEY;
import static reprise.parameter.Kind.SYMBOL;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;
import reprise.signal.Reason;
import reprise.state.StateExchange;
import reprise.strategies.ReversionSignal.Action;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.strategy.StrategyKind;

/**
 * Buys one instrument when its mid price is unusually far below its rolling mean and sells it when it has come back, unless it goes on
 * falling too far; never in a strong trend, and only when the RSI agrees. Prices above their mean mirror this where allowed.
 *
 * <p>Looks once at every closed bar and names the position that it wants; the configured execution, by default market orders, brings it
 * there. The mid price is that of the quote at the close where there are quotes, else the middle of the bar's range.
 * {@code ReversionSignal} holds the rules.
 */
public final class ReversionStrategy implements Strategy {
    private static final String[] NAMES = {"", "FAR_BELOW_MEAN", "FAR_ABOVE_MEAN", "BACK_AT_MEAN", "TOO_FAR_FROM_MEAN"};

    private final Reason reason = new Reason();
    private Parameters parameters;
    private ReversionSignal signal;
    private StrategyContext context;
    private WatchedBars bars;
    private Line z;
    private Line rsi;
    private Line adx;
    private TargetTaker targets;

    /**
     * A strategy that has seen nothing yet.
     *
     * @param parameters of this strategy.
     */
    public ReversionStrategy(final Parameters parameters) {
        this.parameters = parameters;
        signal = parameters.newSignal();
    }

    @Override
    public void onStart(final StrategyContext given) {
        takeUp(given);
    }

    @Override
    public void onRestore(final StrategyContext given) {
        takeUp(given);
    }

    private void takeUp(final StrategyContext given) {
        context = given;
        bars = new WatchedBars(context, parameters.instrument(), parameters.bars());
        z = bars.indicator("zscore(midquote, " + parameters.lookback() + ", 1)");
        rsi = bars.indicator("rsi:" + parameters.rsiLength());
        adx = bars.indicator("adx:" + parameters.adxLength());
        targets = new TargetTaker(context, bars.instrument(), parameters.orderNotional());
    }

    @Override
    public void onBar(final Instrument barOf) {
        if (bars.isOf(barOf)) {
            decide();
        }
    }

    @Override
    public void onBar(final BarSeries barOf) {
        if (bars.isOf(barOf)) {
            decide();
        }
    }

    private void decide() {
        final Direction held = targets.direction();
        final Action action = signal.decide(held, z.value(), rsi.value(), adx.value());
        if (action == Action.NONE) {
            return;
        }
        context.explain(
                bars.instrument(),
                reason.of(NAMES[action.ordinal()])
                        .with("z", z.value())
                        .with("rsi", rsi.value())
                        .with("adx", adx.value()));
        targets.pursue(
                switch (action) {
                    case ENTER_LONG -> Direction.LONG;
                    case ENTER_SHORT -> Direction.SHORT;
                    default -> Direction.FLAT;
                });
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

    @Override
    public void exchange(final StateExchange state) {
        // Holds nothing: the engine knows what is wanted, and keeps indicators and parameters.
    }

    /** The kind of strategy. */
    public static final class Kind implements StrategyKind<Parameters> {
        @Override
        public String name() {
            return "reversion";
        }

        @Override
        public String summary() {
            return "Trades returns to the mean: long while the mid price is far below its rolling mean, outside of strong trends.";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Strategy create(final Parameters parameters) {
            return new ReversionStrategy(parameters);
        }
    }

    /** The knobs of a reversion strategy. */
    public record Parameters(
            @Parameter(meaning = "what it trades", kind = SYMBOL)
            String instrument,

            @Parameter(meaning = "bars to look at, built of the venue's; without it, these themselves", optional = true)
            BarSpec bars,

            @Parameter(meaning = "most that an entry may be worth", kind = MONEY, value = "1000", min = "0.00000001")
            long orderNotional,

            @Parameter(
                    meaning = "bars that mean and deviation are taken of",
                    unit = "bars",
                    value = "60",
                    min = "3",
                    max = "100000")
            int lookback,

            @Parameter(
                    meaning = "enter a long at -z and below, a short at z and above",
                    unit = "deviations",
                    value = "1.0",
                    min = "0.01",
                    max = "100",
                    live = true)
            double zEntry,

            @Parameter(
                    meaning = "leave a long at -z and above, a short at z and below",
                    unit = "deviations",
                    value = "0.5",
                    min = "-100",
                    max = "100",
                    live = true)
            double zExit,

            @Parameter(
                    meaning = "give up when z is this far on either side",
                    unit = "deviations",
                    value = "3.0",
                    min = "0.01",
                    max = "1000",
                    live = true)
            double zStop,

            @Parameter(meaning = "length of the RSI", unit = "bars", value = "14", min = "2", max = "10000")
            int rsiLength,

            @Parameter(meaning = "longs only at this RSI and below", value = "30", min = "0", max = "100", live = true)
            double rsiLower,

            @Parameter(meaning = "shorts only at this RSI and above", value = "70", min = "0", max = "100", live = true)
            double rsiUpper,

            @Parameter(meaning = "length of the ADX", unit = "bars", value = "14", min = "2", max = "10000")
            int adxLength,

            @Parameter(meaning = "no entries while the ADX is above", value = "30", min = "0", max = "100", live = true)
            double adxSkip,

            @Parameter(meaning = "whether prices above their mean are traded too", value = "false", live = true)
            boolean allowShort) {
        /** Checks what only makes sense together. */
        public Parameters {
            if (zExit >= zEntry) {
                throw new ParameterException(
                        "zExit", "must be less than zEntry: zExit=" + zExit + ", zEntry=" + zEntry);
            }
            if (zStop <= zEntry) {
                throw new ParameterException(
                        "zStop", "must be more than zEntry: zStop=" + zStop + ", zEntry=" + zEntry);
            }
            if (rsiLower > rsiUpper) {
                throw new ParameterException(
                        "rsiLower", "must not be above rsiUpper: rsiLower=" + rsiLower + ", rsiUpper=" + rsiUpper);
            }
        }

        private ReversionSignal newSignal() {
            return new ReversionSignal(zEntry, zExit, zStop, rsiLower, rsiUpper, adxSkip, allowShort);
        }
    }
}
