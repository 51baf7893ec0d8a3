package reprise.core;

import reprise.calendar.SessionCalendar;
import reprise.exit.ExitEngine;
import reprise.exit.ExitPolicy;
import reprise.exit.ExitPosition;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.StateExchange;

/** When protected positions have to be left because the session that they were opened in ends. Part of the state of {@link ExitDesk}. */
final class SessionExits {
    private final Instruments instruments;
    private final ExitPlans plans;
    private final ExitEngine engine;
    private long nextEndNs = Long.MAX_VALUE;

    SessionExits(final Instruments instruments, final ExitPlans plans, final ExitEngine engine) {
        this.instruments = instruments;
        this.plans = plans;
        this.engine = engine;
    }

    long nextEndNs() {
        return nextEndNs;
    }

    void entered(final int planId, final Instrument instrument, final long timeNs) {
        nextEndNs = Math.min(nextEndNs, endNs(planId, instrument, timeNs));
    }

    /** When an entry has to be left because its session ends. */
    private long endNs(final int planId, final Instrument instrument, final long entryNs) {
        final ExitPolicy policy = plans.policy(planId);
        if (!policy.plan().sessionFlat()) {
            return Long.MAX_VALUE;
        }
        final SessionCalendar calendar =
                SessionCalendar.named(instrument.definition().calendar());
        return calendar.closeNs(calendar.sessionAtOrAfter(entryNs)) - policy.sessionLeadNs();
    }

    /** The same of a position; never once it was told. */
    private long endNs(final ExitPosition position) {
        return position.isSessionClosing()
                ? Long.MAX_VALUE
                : endNs(position.planId(), instruments.get(position.instrumentId()), position.firstEntryNs());
    }

    void onTimer(final long timeNs) {
        if (nextEndNs > timeNs) {
            return;
        }
        for (int i = engine.openCount() - 1; i >= 0; i--) {
            if (i < engine.openCount() && endNs(engine.openAt(i)) <= timeNs) {
                engine.onSessionClosing(engine.openAt(i).instrumentId(), timeNs);
            }
        }
        nextEndNs = Long.MAX_VALUE;
        for (int i = 0; i < engine.openCount(); i++) {
            nextEndNs = Math.min(nextEndNs, endNs(engine.openAt(i)));
        }
    }

    void exchange(final StateExchange state) {
        nextEndNs = state.field("nextSessionEndNs", nextEndNs);
    }
}
