package reprise.core;

import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.message.RunEvents;
import reprise.portfolio.Portfolio;

/** What is said about the run itself. Owned by the core; holds no state of its own. */
final class RunReports implements RunEvents {
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final Supervision supervision;
    private final Intents intents;

    RunReports(
            final Instruments instruments,
            final Portfolio portfolio,
            final Supervision supervision,
            final Intents intents) {
        this.instruments = instruments;
        this.portfolio = portfolio;
        this.supervision = supervision;
        this.intents = intents;
    }

    @Override
    public void onRunStarted(final String runId, final String buildHash, final String configHash) {
        // A fact for those who read the log: decisions must not depend on the name of a run or of a build.
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefinition definition) {
        defined(instruments.define(definition));
    }

    /** Everybody who keeps something for each instrument makes room for a new one. */
    void defined(final Instrument instrument) {
        portfolio.define(instrument);
        supervision.define(instrument);
        intents.define();
    }

    @Override
    public void onClockTicked() {
        // The time in the envelope has moved the clock and fired timers; that is all a tick is for.
    }
}
