package reprise.strategies;

import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Order;
import reprise.state.StateExchange;
import reprise.strategy.ParameterReader;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Follows trends of one instrument: long while the fast average of the closes is above the slow one, entered only when the ADX says that
 * the trend is strong and the bar itself moved with it; flat once the averages have crossed back. Falling trends mirror this where allowed.
 *
 * <p>Looks once at every closed bar, of the venue's or of those that it has built of them, whatever their length, and trades a fixed worth: by market orders, which
 * {@code PositionTaker} handles, or, where an execution is configured, by naming the position to the engine. {@code TrendSignal} holds the
 * rules.
 */
public final class TrendStrategy implements Strategy {
    private final Parameters parameters;
    private final TrendSignal signal;
    private Instrument instrument;
    private BarSeries series;
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
        signal = new TrendSignal(
                parameters.adxMin(),
                parameters.priceActionFilter(),
                parameters.priceActionMinBody(),
                parameters.allowShort());
    }

    @Override
    public void onStart(final StrategyContext context) {
        takeUp(context);
    }

    @Override
    public void onRestore(final StrategyContext context) {
        takeUp(context);
    }

    private void takeUp(final StrategyContext context) {
        instrument = context.instrument(parameters.instrument());
        if (parameters.bars() == null) {
            context.subscribe(instrument);
        } else {
            series = context.subscribe(instrument, parameters.bars());
        }
        emaFast = indicator(context, "ema:" + parameters.emaFast());
        emaSlow = indicator(context, "ema:" + parameters.emaSlow());
        adx = indicator(context, "adx:" + parameters.adxLength());
        if (parameters.byTarget()) {
            targets = new TargetTaker(context, instrument, parameters.orderNotional());
        } else {
            taker = new PositionTaker(
                    context,
                    instrument,
                    parameters.orderNotional(),
                    new BracketShares(parameters.bracketStop(), parameters.bracketTarget()));
        }
    }

    private Line indicator(final StrategyContext context, final String expression) {
        return series == null ? context.indicator(instrument, expression) : context.indicator(series, expression);
    }

    @Override
    public void onBar(final Instrument barOf) {
        if (barOf == instrument && series == null) {
            decide(instrument.bar());
        }
    }

    @Override
    public void onBar(final BarSeries barOf) {
        if (barOf == series) {
            decide(series.bar());
        }
    }

    private void decide(final Bar bar) {
        final Direction direction = targets == null ? taker.direction() : targets.direction();
        final Direction wanted = signal.decide(direction, bar, emaFast.value(), emaSlow.value(), adx.value());
        if (targets == null) {
            taker.pursue(wanted);
        } else {
            targets.pursue(wanted);
        }
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

    /**
     * The knobs of a trend strategy.
     *
     * @param instrument symbol of what it trades.
     * @param bars that it looks at, built of those that the venue delivers; null for these themselves.
     * @param orderNotional the most that an entry may be worth, in money units.
     * @param emaFast length of the fast average, in bars; less than the slow one.
     * @param emaSlow length of the slow average, in bars.
     * @param adxLength length of the ADX, in bars.
     * @param adxMin smallest ADX at which to enter, 0 to 100.
     * @param priceActionFilter whether the bar itself must confirm an entry: by its body and by closing in the direction of the trade.
     * @param priceActionMinBody smallest share of the bar's range that its body must have, 0 to 1.
     * @param allowShort whether falling trends are traded too.
     * @param byTarget whether it names its target to the engine, whose configured execution brings it there, and sends no orders itself.
     * @param bracketStop how far below an entry its stop rests, as a share of the price in units of 1e-8; 0 for entries without bracket.
     * @param bracketTarget how far above it its target rests, likewise.
     */
    public record Parameters(
            String instrument,
            BarSpec bars,
            long orderNotional,
            int emaFast,
            int emaSlow,
            int adxLength,
            double adxMin,
            boolean priceActionFilter,
            double priceActionMinBody,
            boolean allowShort,
            boolean byTarget,
            long bracketStop,
            long bracketTarget) {
        private static final int MAX_LENGTH = 10_000;

        /**
         * The same, trading by market orders of its own.
         *
         * @param instrument symbol of what it trades.
         * @param bars that it looks at; null for those of the venue.
         * @param orderNotional the most that an entry may be worth, in money units.
         * @param emaFast length of the fast average, in bars.
         * @param emaSlow length of the slow average, in bars.
         * @param adxLength length of the ADX, in bars.
         * @param adxMin smallest ADX at which to enter.
         * @param priceActionFilter whether the bar itself must confirm an entry.
         * @param priceActionMinBody smallest share of the bar's range that its body must have.
         * @param allowShort whether falling trends are traded too.
         * @param bracketStop how far below an entry its stop rests; 0 for none.
         * @param bracketTarget how far above it its target rests; 0 for none.
         */
        public Parameters(
                final String instrument,
                final BarSpec bars,
                final long orderNotional,
                final int emaFast,
                final int emaSlow,
                final int adxLength,
                final double adxMin,
                final boolean priceActionFilter,
                final double priceActionMinBody,
                final boolean allowShort,
                final long bracketStop,
                final long bracketTarget) {
            this(
                    instrument,
                    bars,
                    orderNotional,
                    emaFast,
                    emaSlow,
                    adxLength,
                    adxMin,
                    priceActionFilter,
                    priceActionMinBody,
                    allowShort,
                    false,
                    bracketStop,
                    bracketTarget);
        }

        /**
         * Reads and checks them.
         *
         * @param reader knows what was configured, and where.
         * @return the parameters.
         */
        public static Parameters read(final ParameterReader reader) {
            final String instrument = reader.instrument("instrument");
            final Parameters parameters = new Parameters(
                    instrument,
                    reader.bars("bars", instrument),
                    reader.money("orderNotional", 1_000 * Money.ONE, 1),
                    reader.integer("emaFast", 15, 1, MAX_LENGTH),
                    reader.integer("emaSlow", 100, 2, MAX_LENGTH),
                    reader.integer("adxLength", 14, 2, MAX_LENGTH),
                    reader.real("adxMin", 20, 0, 100),
                    reader.flag("priceActionFilter", true),
                    reader.real("priceActionMinBody", 0.5, 0, 1),
                    reader.flag("allowShort", false),
                    reader.executesTargets(),
                    share(reader, "bracketStop"),
                    share(reader, "bracketTarget"));
            if (parameters.byTarget && parameters.bracketStop > 0) {
                throw reader.invalid(
                        "bracketStop",
                        "a bracket needs market orders of the strategy's own, not a configured execution");
            }
            if (parameters.bracketStop > 0 != parameters.bracketTarget > 0) {
                throw reader.invalid("bracketStop", "and bracketTarget belong together: both above 0, or both 0");
            }
            if (parameters.emaFast >= parameters.emaSlow) {
                throw reader.invalid(
                        "emaFast",
                        "must be less than emaSlow: emaFast=" + parameters.emaFast + ", emaSlow=" + parameters.emaSlow);
            }
            return parameters;
        }

        private static long share(final ParameterReader reader, final String name) {
            return Math.round(reader.real(name, 0, 0, 0.9) * Money.ONE);
        }
    }
}
