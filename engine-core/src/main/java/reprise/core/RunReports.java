package reprise.core;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.message.RunEvents;
import reprise.portfolio.Portfolio;

/** What is said about the run itself. Owned by the core; holds no state of its own. */
final class RunReports implements RunEvents {
    private final EngineCore core;
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final BuiltBars builtBars;

    RunReports(
            final EngineCore core,
            final Instruments instruments,
            final Portfolio portfolio,
            final BuiltBars builtBars) {
        this.core = core;
        this.instruments = instruments;
        this.portfolio = portfolio;
        this.builtBars = builtBars;
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        // The rest is for those who read the log: decisions must not depend on the name of a run or of a build.
        core.tradingStates().stopping(false);
        builtBars.onProcessChanged();
    }

    @Override
    public void onRunResumed(
            final String runId, final String buildHash, final String configHash, final boolean tailLost) {
        core.tradingStates().stopping(false);
        core.reconciliation().onResumed(tailLost);
        builtBars.onProcessChanged();
    }

    /** A run that goes on from another one's state says again what is defined, so that its own record explains itself. */
    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        final int id = definition.instrumentId();
        if (!instruments.isDefined(id) || !instruments.get(id).isSameBut(definition)) {
            defined(instruments.define(definition));
        }
    }

    /** Everybody who keeps something for each instrument makes room for a new one. */
    void defined(final Instrument instrument) {
        portfolio.define(instrument);
        core.supervision().define(instrument);
        core.intents().define();
    }

    @Override
    public void onClockTicked() {
        // The time in the envelope has moved the clock and fired timers; that is all a tick is for.
    }
}
