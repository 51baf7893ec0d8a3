package reprise.core;

import reprise.time.EngineClock;
import reprise.time.TimerHandler;
import reprise.time.Timers;

/**
 * What is due before an event: timers, and the deadlines that desks keep themselves. Whoever takes on a deadline sets the clock's alarm, so
 * that desks are asked only when it goes off. Owned by the core; allocates nothing; holds no state of its own.
 */
final class Deadlines {
    /** Whether deadlines that nobody set the alarm for are looked for before each event: in tests, since it costs what the alarm saves. */
    static boolean checksAlarms;

    private final EngineCore core;
    private final EngineClock clock;
    private final Timers timers;
    private final Supervision supervision;
    private final Intents intents;
    private final TimerHandler timerHandler;

    Deadlines(
            final EngineCore core,
            final EngineClock clock,
            final Timers timers,
            final Supervision supervision,
            final Intents intents,
            final TimerHandler timerHandler) {
        this.core = core;
        this.clock = clock;
        this.timers = timers;
        this.supervision = supervision;
        this.intents = intents;
        this.timerHandler = timerHandler;
    }

    /** The alarm went off: does all that is due by a time, in its order, each with the clock at its deadline. */
    void fireUntil(final long timeNs) {
        while (isDue(timeNs)) {
            // A deadline may have passed already when it was learnt of, as that of an entry in the last minutes of a
            // session.
            clock.advanceTo(Math.max(clock.timeNs(), nextNs()));
            fire(clock.timeNs());
            core.endEvent();
        }
        if (!supervision.isWatching()) {
            clock.alarmAt(nextNs());
        }
    }

    /** The alarm did not go off; throws if something is due all the same. */
    void requireNothingDue(final long timeNs) {
        if (isDue(timeNs)) {
            throw new IllegalStateException("no alarm was set for a deadline: " + nextNs());
        }
    }

    private boolean isDue(final long timeNs) {
        return timers.isDue(timeNs) || supervision.isDue(timeNs) || intents.isDue(timeNs);
    }

    private long nextNs() {
        return Math.min(timers.nextDeadlineNs(), Math.min(supervision.nextDeadlineNs(), intents.nextDeadlineNs()));
    }

    /** Supervision first: what it forbids must not be decided by a strategy's timer of the same time. */
    private void fire(final long timeNs) {
        if (supervision.isDue(timeNs)) {
            supervision.onTimer(timeNs);
        } else if (intents.isDue(timeNs)) {
            intents.onTimer(timeNs);
        } else {
            timers.fireNext(timerHandler);
        }
    }
}
