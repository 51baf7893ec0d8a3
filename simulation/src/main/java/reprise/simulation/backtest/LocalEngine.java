package reprise.simulation.backtest;

import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.pipeline.Pipeline;

/** The engine in this process: it is there from the beginning to the end, and what ends it ends the venue too. */
final class LocalEngine implements EngineLink {
    private final SessionPlan plan;
    private final int strategyCount;
    private final Pipeline pipeline;
    private final Outlet outlet;
    private final EventPublisher events;

    LocalEngine(final SessionPlan plan, final int strategyCount, final Pipeline pipeline) {
        this.plan = plan;
        this.strategyCount = strategyCount;
        this.pipeline = pipeline;
        outlet = pipeline.newOutlet();
        events = new EventPublisher(outlet);
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    @Override
    public void begin(final long timeNs) {
        pipeline.start();
        events.at(timeNs).onRunStarted(plan.runId(), plan.buildHash(), plan.configHash());
        for (final InstrumentDefinition definition : plan.instruments()) {
            events.onInstrumentDefined(definition);
        }
    }

    @Override
    public void startStrategies() {
        for (int strategyId = 1; strategyId <= strategyCount; strategyId++) {
            events.onStartRequested(strategyId);
        }
    }

    @Override
    public boolean settle() {
        pipeline.awaitIdle();
        return true;
    }

    @Override
    public void endStep() {
        // nothing is kept for an engine that returns
    }

    @Override
    public void awaitReturn() {
        throw new IllegalStateException("an engine in this process is never gone");
    }

    @Override
    public void repeatMarket() {
        throw new IllegalStateException("an engine in this process is never gone");
    }

    @Override
    public boolean end() {
        return true;
    }
}
