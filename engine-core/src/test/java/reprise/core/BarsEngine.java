package reprise.core;

import java.util.ArrayList;
import java.util.List;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.pipeline.InlinePipeline;
import reprise.pipeline.Layout;
import reprise.pipeline.Pipeline;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.PipelineParts;
import reprise.pipeline.RingPipeline;
import reprise.pipeline.TimeSource;
import reprise.pipeline.WaitPolicy;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;
import reprise.risk.RiskLimits;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** An engine with two instruments, I0 and I1, whose strategies listen to built bars. */
final class BarsEngine implements AutoCloseable {
    static final int INSTRUMENTS = 2;

    final Pipeline pipeline;
    final EventPublisher events;

    private BarsEngine(
            final Layout layout, final EventLog log, final TimeSource timeSource, final Strategy... strategies) {
        final RiskLimits limits = new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 4_096);
        final PipelineParts parts = new PipelineParts(
                log,
                new UnjournaledLog(),
                timeSource,
                (clock, commands) -> new EngineCore(
                        clock, CoreConfig.with(limits), List.of(strategies), commands, CoreObserver.NONE),
                new MutedCommands());
        pipeline = layout == null
                ? new InlinePipeline(parts, false)
                : new RingPipeline(parts, new PipelineConfig(layout, WaitPolicy.BLOCKING, 1 << 10, 1 << 12));
        pipeline.start();
        events = new EventPublisher(pipeline.newOutlet());
        if (timeSource != null) {
            open(strategies.length);
        }
    }

    private void open(final int strategyCount) {
        for (int id = 0; id < INSTRUMENTS; id++) {
            events.onInstrumentDefined(new InstrumentDefinition(id, 0, "I" + id, "BASE", "USD", 2, 0, 1, 1, 0));
        }
        events.onVenueConnected(0);
        events.onAccountReported(0, Money.parse("1000000"), "USD");
        for (int id = 1; id <= strategyCount; id++) {
            events.onStartRequested(id);
        }
    }

    static BarsEngine inline(final Strategy... strategies) {
        return inline(new UnjournaledLog(), strategies);
    }

    static BarsEngine inline(final EventLog log, final Strategy... strategies) {
        return new BarsEngine(null, log, TimeSource.OF_THE_DATA, strategies);
    }

    static BarsEngine onRings(final Layout layout, final Strategy... strategies) {
        return new BarsEngine(layout, new UnjournaledLog(), TimeSource.OF_THE_DATA, strategies);
    }

    /** Plays a recording again, with the time that is in it. */
    static BarsEngine replay(final List<byte[]> records, final Strategy... strategies) {
        final BarsEngine engine = new BarsEngine(null, null, null, strategies);
        final Outlet outlet = engine.pipeline.newOutlet();
        for (final byte[] record : records) {
            outlet.claim().putBytes(0, record);
            outlet.end(record.length);
        }
        return engine;
    }

    String hashes() {
        return pipeline.commandHash() + " " + pipeline.core().stateHash();
    }

    @Override
    public void close() {
        pipeline.close();
    }

    /** Notes down what it hears. */
    static final class Listener implements Strategy {
        final List<String> heard;
        final List<BarSeries> series = new ArrayList<>();
        private final String symbol;
        private final BarSpec[] specs;
        private final boolean raw;
        private StrategyContext context;

        Listener(final List<String> heard, final String symbol, final boolean raw, final BarSpec... specs) {
            this.heard = heard;
            this.symbol = symbol;
            this.raw = raw;
            this.specs = specs;
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            final Instrument instrument = context.instrument(symbol);
            if (raw) {
                context.subscribe(instrument);
            }
            for (final BarSpec spec : specs) {
                series.add(context.subscribe(instrument, spec));
            }
        }

        private void hear(final String what) {
            heard.add("s" + context.strategyId() + " " + what + " at " + context.timeNs());
        }

        @Override
        public void onBar(final BarSeries closed) {
            final StringBuilder others = new StringBuilder();
            series.forEach(s -> others.append(' ').append(s.count()));
            hear(closed.spec().label() + " " + closed.bar().closeTimeNs() + " c="
                    + closed.bar().close() + " v=" + closed.bar().volume() + " counts" + others);
        }

        @Override
        public void onBar(final Instrument instrument) {
            hear("venue bar " + instrument.bar().closeTimeNs());
        }

        @Override
        public void onTrade(final Instrument instrument) {
            hear("trade " + instrument.lastTradePrice());
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            // Nothing that decides.
        }
    }

    /** Orders on every built bar of every instrument, and allocates nothing. */
    static final class Trader implements Strategy {
        private final BarSpec[] specs;
        private final OrderRequest request = new OrderRequest();
        private final long ordersMax;
        private StrategyContext context;
        private long mix;
        private long orders;

        Trader(final long ordersMax, final BarSpec... specs) {
            this.ordersMax = ordersMax;
            this.specs = specs;
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            for (int id = 0; id < INSTRUMENTS; id++) {
                for (final BarSpec spec : specs) {
                    context.subscribe(context.instrument("I" + id), spec);
                }
            }
        }

        @Override
        public void onBar(final BarSeries series) {
            mix = mix * 31
                    + series.id()
                    + series.bar().close() * 7
                    + series.bar().volume()
                    + series.bar().closeTimeNs();
            if (orders < ordersMax) {
                orders++;
                final Side side = (mix & 1) == 0 ? Side.BUY : Side.SELL;
                context.submit(request.limit(
                        series.instrument(),
                        side,
                        1 + (mix >>> 60),
                        series.bar().close(),
                        TimeInForce.GTC));
            }
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            mix = state.field("mix", mix);
            orders = state.field("orders", orders);
        }
    }
}
