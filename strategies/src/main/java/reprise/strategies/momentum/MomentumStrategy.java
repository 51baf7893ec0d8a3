package reprise.strategies.momentum;

import static reprise.parameter.Kind.SYMBOL;

import java.util.Arrays;
import java.util.List;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.parameter.Parameter;
import reprise.parameter.ParameterException;
import reprise.signal.DetectionType;
import reprise.signal.Mover;
import reprise.signal.Reason;
import reprise.signal.Signal;
import reprise.state.StateExchange;
import reprise.strategies.rule.CompiledRule;
import reprise.strategies.rule.RuleDefinition;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.strategy.StrategyKind;

/**
 * Trades movers by rules. Watches a universe of instruments, puts on record which of them move, lets the rules that ask for such movers look
 * at their bars, and offers what fires to the arbiter, with the exit plan of its rule.
 *
 * <p>Movers are found on the bars that the venue delivers; rules look at the same, or at longer ones that the engine builds of them. Where
 * no rule asks for movers, nothing is detected. Orders nothing itself: what is accepted, the engine trades and leaves.
 */
public final class MomentumStrategy implements Strategy, MoverListener {
    private final Parameters parameters;
    private final boolean detects;
    private final Signal signal = new Signal();
    private final Reason reason = new Reason();
    private StrategyContext context;
    private Instrument[] universe;
    private int[] placeById;
    private BarSeries[] series;
    private RuleBook[] books;
    private MoverDetector detector;

    /**
     * A strategy that has seen nothing yet.
     *
     * @param parameters of this strategy.
     */
    public MomentumStrategy(final Parameters parameters) {
        this.parameters = parameters;
        detects = parameters.rules().stream().anyMatch(rule -> rule.detection() != DetectionType.NONE);
    }

    @Override
    public List<ExitPolicy> exitPolicies() {
        return parameters.rules().stream().map(RuleDefinition::exits).toList();
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        takeUp(newContext);
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        takeUp(newContext);
    }

    private void takeUp(final StrategyContext newContext) {
        context = newContext;
        final List<String> symbols = parameters.universe();
        universe = new Instrument[symbols.isEmpty() ? context.instrumentCount() : symbols.size()];
        placeById = new int[context.instrumentCount()];
        series = new BarSeries[universe.length];
        books = new RuleBook[universe.length];
        Arrays.fill(placeById, -1);
        for (int i = 0; i < universe.length; i++) {
            universe[i] = symbols.isEmpty() ? context.instrument(i) : context.instrument(symbols.get(i));
            placeById[universe[i].id()] = i;
            listen(i);
        }
        if (detects) {
            detector = new MoverDetector(parameters.detection(), universe, this);
        }
    }

    private void listen(final int place) {
        final Instrument instrument = universe[place];
        final BarSpec bars = parameters.bars();
        if (bars == null || detects) {
            context.subscribe(instrument);
        }
        if (bars != null) {
            series[place] = context.subscribe(instrument, bars);
        }
        books[place] = new RuleBook(instrument, parameters.rules(), new RuleBook.Lines() {
            @Override
            public Line ofRule(final String expression) {
                return bars == null
                        ? context.indicator(instrument, expression)
                        : context.indicator(series[place], expression);
            }

            @Override
            public Line ofExits(final String expression) {
                return context.indicator(instrument, expression);
            }
        });
    }

    @Override
    public void onBar(final Instrument instrument) {
        final int place = placeById[instrument.id()];
        if (detects) {
            detector.onBar(instrument);
        }
        if (series[place] == null) {
            judge(place);
        }
    }

    @Override
    public void onBar(final BarSeries barOf) {
        judge(placeById[barOf.instrument().id()]);
    }

    private void judge(final int place) {
        final Instrument instrument = universe[place];
        final DetectionType present = detects ? detector.typeOf(instrument) : DetectionType.NONE;
        final int direction = detects ? detector.directionOf(instrument) : 0;
        for (int i = 0; i < parameters.rules().size(); i++) {
            if (books[place].fires(i, present, direction)) {
                offer(place, i, present);
            }
        }
    }

    private void offer(final int place, final int index, final DetectionType present) {
        final long stopDistance = books[place].stopDistance(index);
        if (stopDistance < 0) {
            return;
        }
        final RuleDefinition rule = parameters.rules().get(index);
        final ExitPlan plan = rule.exits().plan();
        final Instrument instrument = universe[place];
        context.signal(signal.of(instrument, rule.side().side())
                .by(0, index + 1, present)
                .weighing(rule.priority(), rule.confidence())
                .at(instrument.markPrice(), stopDistance, index + 1)
                .lasting(0, horizonNs(plan, instrument.bar().periodNs()))
                .because(why(books[place].rule(index))));
    }

    private Reason why(final CompiledRule rule) {
        reason.of(rule.name());
        for (int i = 0; i < rule.shownCount(); i++) {
            reason.with(rule.label(i), rule.shown(i));
        }
        return reason;
    }

    private static long horizonNs(final ExitPlan plan, final long barNs) {
        return plan.maxHoldBars() > 0 ? plan.maxHoldBars() * barNs : plan.maxHoldNs();
    }

    @Override
    public void onMover(final Instrument instrument, final Mover mover) {
        context.detected(instrument, mover);
    }

    @Override
    public void exchange(final StateExchange state) {
        if (books == null) {
            return;
        }
        if (detects) {
            detector.exchange(state);
        }
        for (final RuleBook book : books) {
            book.state(state);
        }
    }

    /** The kind. */
    public static final class Kind implements StrategyKind<Parameters> {
        @Override
        public String name() {
            return "momentum";
        }

        @Override
        public String summary() {
            return "Watches a universe for movers and trades them by rules that files hold: pullbacks, breakouts, reclaims.";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public Strategy create(final Parameters parameters) {
            return new MomentumStrategy(parameters);
        }
    }

    /** The knobs of a momentum strategy. */
    public record Parameters(
            @Parameter(meaning = "what it watches; without it, all instruments", kind = SYMBOL, optional = true)
            List<String> universe,

            @Parameter(
                    meaning = "bars that rules look at, built of the venue's; without it, these themselves",
                    optional = true)
            BarSpec bars,

            @Parameter(meaning = "what it trades by; see docs/momentum.md")
            List<RuleDefinition> rules,

            @Parameter(meaning = "when an instrument counts as a mover")
            DetectionSettings detection) {
        /** The most rules. */
        public static final int MAX_RULES = 64;

        /** Checks what belongs together. */
        public Parameters {
            universe = List.copyOf(universe);
            rules = List.copyOf(rules);
            if (rules.isEmpty() || rules.size() > MAX_RULES) {
                throw new ParameterException("rules", "there must be from 1 to " + MAX_RULES + ", not " + rules.size());
            }
            if (universe.stream().distinct().count() < universe.size()) {
                throw new ParameterException("universe", "an instrument is given twice");
            }
        }
    }
}
