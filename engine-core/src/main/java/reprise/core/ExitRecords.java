package reprise.core;

import reprise.exit.ExitListener;
import reprise.exit.ExitNote;
import reprise.exit.FreshnessLevel;
import reprise.message.EngineDecisions;

/** Puts on record what somebody should know of protected positions: the part of {@link ExitDesk} that does not act. */
abstract class ExitRecords implements ExitListener {
    final EngineDecisions decisions;

    ExitRecords(final EngineDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void onFreshness(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final FreshnessLevel level,
            final long ageNs) {
        final ExitNote note = switch (level) {
            case FRESH -> ExitNote.PRICE_FRESH;
            case WARNING -> ExitNote.PRICE_STALE;
            case CRITICAL -> ExitNote.PRICE_LOST;
        };
        note(strategyId, instrumentId, entryOrderId, note, ageNs);
    }

    @Override
    public void onUnprotected(final int strategyId, final int instrumentId, final long entryOrderId) {
        note(strategyId, instrumentId, entryOrderId, ExitNote.UNPROTECTED, 0);
    }

    @Override
    public void onOverExit(final int strategyId, final int instrumentId, final long entryOrderId, final long excess) {
        note(strategyId, instrumentId, entryOrderId, ExitNote.OVER_EXIT, excess);
    }

    final void note(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitNote note,
            final long value) {
        decisions.exitNoted(strategyId, instrumentId, entryOrderId, note, value);
    }
}
