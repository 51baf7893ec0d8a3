package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import reprise.app.config.ConfigException;
import reprise.bar.BarExpression;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.indicator.Line;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.number.Money;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.PipelineFailedException;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.TimeSource;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;
import reprise.simulation.data.BarFiles;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.DataInspector;
import reprise.simulation.data.DataReport;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** The bars of a file, or bars built of them, and indicators on either: told by an engine's core, as strategies are told. */
final class FileBars {
    private static final String SYMBOL = "DATA";
    private static final int TELLER = 1;
    private static final int DEMANDER = 2;

    private final Path file;
    private final ReadingOptions reading;
    private final InstrumentDefinition definition;
    private final BarSpec spec;
    private final List<Line> lines = new ArrayList<>();
    private final EventPublisher events;
    private Consumer<Told> taker = told -> {};
    private long sinceTold;

    /** A bar that closed, and of how many bars of the file it was built; valid only while it is told. */
    record Told(Bar bar, long inputs) {}

    /** Bars of an expression such as 1h, or those of the file for null. */
    FileBars(final Path file, final ReadingOptions reading, final String bars, final List<String> expressions) {
        this.file = file;
        this.reading = reading;
        final DataReport report = DataInspector.inspect(file, reading.overrides());
        definition = new InstrumentDefinition(
                0, 0, SYMBOL, SYMBOL, SYMBOL, report.priceDecimals(), report.volumeDecimals(), 1, 1, 0);
        spec = bars == null ? null : spec(bars, report.volumeDecimals());
        // Two, because a strategy is told of no bar before all that it demanded is ready.
        final List<Strategy> strategies = List.of(new Teller(), new Demander(expressions));
        final CoreConfig config = CoreConfig.with(new RiskLimits(Money.ONE, Money.ONE, 1));
        events = new EventPublisher(new InlinePipeline(
                        new PipelineParts(
                                new UnjournaledLog(),
                                new UnjournaledLog(),
                                TimeSource.OF_THE_DATA,
                                (clock, output) -> new EngineCore(clock, config, strategies, output, CoreObserver.NONE),
                                new MutedCommands()),
                        false)
                .newOutlet());
        events.onInstrumentDefined(definition);
        start();
    }

    private void start() {
        try {
            events.onStartRequested(TELLER);
            events.onStartRequested(DEMANDER);
        } catch (final PipelineFailedException e) {
            // An expression that cannot be is the user's mistake, not the engine's.
            throw e.getCause() instanceof final ConfigException mistake ? mistake : e;
        }
    }

    private static BarSpec spec(final String bars, final int quantityDecimals) {
        try {
            return BarExpression.parse(bars, quantityDecimals);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    InstrumentDefinition definition() {
        return definition;
    }

    /** The indicators, in the order of their expressions. */
    List<Line> lines() {
        return lines;
    }

    /** Tells of every bar. Returns how many bars of the file at its end are in none, because theirs was not complete. */
    long tell(final Consumer<Told> newTaker) {
        taker = newTaker;
        try (BarReader bars =
                BarFiles.open(file, reading.forDecimals(definition.priceDecimals(), definition.quantityDecimals()))) {
            while (bars.next()) {
                sinceTold++;
                events.at(bars.closeTimeNs());
                events.onBar(
                        0,
                        bars.closeTimeNs(),
                        bars.periodNs(),
                        bars.openPrice(),
                        bars.highPrice(),
                        bars.lowPrice(),
                        bars.closePrice(),
                        bars.volume());
            }
        }
        return sinceTold;
    }

    /** Passes on what it is told. */
    private final class Teller implements Strategy {
        @Override
        public void onStart(final StrategyContext context) {
            final Instrument instrument = context.instrument(SYMBOL);
            if (spec == null) {
                context.subscribe(instrument);
            } else {
                context.subscribe(instrument, spec);
            }
        }

        @Override
        public void onBar(final Instrument instrument) {
            sinceTold = 0;
            taker.accept(new Told(instrument.bar(), 1));
        }

        @Override
        public void onBar(final BarSeries series) {
            sinceTold = 0;
            taker.accept(new Told(series.bar(), series.inputCount()));
        }

        @Override
        public void onRestore(final StrategyContext context) {
            onStart(context);
        }

        @Override
        public void exchange(final StateExchange state) {
            // decides nothing
        }
    }

    /** Demands indicators, and is told nothing. */
    private final class Demander implements Strategy {
        private final List<String> expressions;

        private Demander(final List<String> expressions) {
            this.expressions = expressions;
        }

        @Override
        public void onStart(final StrategyContext context) {
            final Instrument instrument = context.instrument(SYMBOL);
            for (final String expression : expressions) {
                try {
                    lines.add(
                            spec == null
                                    ? context.indicator(instrument, expression)
                                    : context.indicator(context.subscribe(instrument, spec), expression));
                } catch (final IllegalArgumentException | IllegalStateException e) {
                    throw new ConfigException(e.getMessage());
                }
            }
        }

        @Override
        public void onRestore(final StrategyContext context) {
            onStart(context);
        }

        @Override
        public void exchange(final StateExchange state) {
            // decides nothing
        }
    }
}
