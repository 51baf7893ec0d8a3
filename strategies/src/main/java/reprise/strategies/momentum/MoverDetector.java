package reprise.strategies.momentum;

import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.signal.DetectionType;
import reprise.signal.Mover;
import reprise.signal.MoverStage;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Finds the movers of a universe. A bar costs the same per symbol however many there are; the memory is fixed. Bars outside of sessions are
 * passed over. Once a session, with the first bar of the next one, all symbols end it and the alarm level is set anew.
 *
 * <p>Single-threaded, owned by its strategy; allocates nothing after construction; part of replayed state.
 */
final class MoverDetector implements Snapshotable {
    private final DetectionSettings settings;
    private final TimeGrid grid;
    private final SymbolWatch[] watches;
    private final int[] byInstrument;
    private final AlarmLevel alarm;
    private final MoverListener listener;
    private final Mover mover = new Mover();
    private final long[] active;
    private int activeCount;
    private int session = SessionCalendar.NO_SESSION;

    /**
     * A detector that has seen nothing.
     *
     * @param settings of detection.
     * @param universe the instruments to watch, each once.
     * @param listener is told of movers.
     */
    MoverDetector(final DetectionSettings settings, final Instrument[] universe, final MoverListener listener) {
        this.settings = settings;
        this.listener = listener;
        grid = new TimeGrid(settings.market());
        watches = new SymbolWatch[universe.length];
        int highest = 0;
        for (int i = 0; i < universe.length; i++) {
            watches[i] = new SymbolWatch(universe[i], settings, grid);
            highest = Math.max(highest, universe[i].id());
        }
        byInstrument = new int[highest + 1];
        for (int i = 0; i < universe.length; i++) {
            byInstrument[universe[i].id()] = i;
        }
        alarm = new AlarmLevel(settings.slow().alarm(), settings.slow().alarmsPerThousand(), universe.length);
        active = new long[settings.maxActive()];
    }

    /** A bar of an instrument of the universe closed. */
    void onBar(final Instrument instrument) {
        final long nowNs = instrument.bar().closeTimeNs();
        final int barSession = grid.sessionBefore(nowNs);
        if (barSession == SessionCalendar.NO_SESSION || barSession < session) {
            return;
        }
        if (barSession > session) {
            endSession();
            session = barSession;
        }
        final int index = byInstrument[instrument.id()];
        final SymbolWatch watch = watches[index];
        final boolean slotEnded = watch.onBar(barSession, grid.minuteOf(barSession, nowNs));
        judgeFast(index, watch, nowNs);
        if (slotEnded) {
            judgeSlow(index, watch);
        }
    }

    private void endSession() {
        for (final SymbolWatch watch : watches) {
            if (watch.session() != SessionCalendar.NO_SESSION) {
                alarm.add(watch.endSession());
            }
        }
        alarm.settle();
    }

    private void judgeFast(final int index, final SymbolWatch watch, final long nowNs) {
        final FastMover fast = watch.fast();
        final boolean moves = watch.looksFast() && watch.passesGate();
        if (!fast.isActive()) {
            if (moves && fast.mayStart(nowNs) && makeRoom(watch, fast.seenScore(), nowNs)) {
                if (watch.slow().isActive()) {
                    endSlow(watch, MoverStage.OVERRIDDEN);
                } else {
                    active[activeCount++] = index;
                }
                fast.start(nowNs);
                tellFast(watch, MoverStage.STARTED);
            }
        } else if (moves && fast.upgrade(nowNs)) {
            tellFast(watch, MoverStage.UPGRADED);
        } else if (fast.isExpired(nowNs)) {
            remove(index, MoverStage.EXPIRED, nowNs);
        } else if (watch.fastHasFaded(nowNs)) {
            remove(index, MoverStage.FADED, nowNs);
        }
    }

    private void judgeSlow(final int index, final SymbolWatch watch) {
        final SlowMover slow = watch.slow();
        final long nowNs = watch.instrument().bar().closeTimeNs();
        if (slow.isActive()) {
            if (slow.hasFaded()) {
                remove(index, MoverStage.FADED, nowNs);
            }
        } else if (!watch.fast().isActive()
                && watch.looksSlow(alarm.level())
                && watch.passesGate()
                && makeRoom(watch, slow.scoreNow(alarm.level()), nowNs)) {
            active[activeCount++] = index;
            slow.start(alarm.level());
            tellSlow(watch, MoverStage.STARTED);
        }
    }

    /** Whether one more of a score has a place: its own, a free one, or that of another whose time is over or whose score is lower. */
    private boolean makeRoom(final SymbolWatch candidate, final double score, final long nowNs) {
        if (activeCount < active.length || candidate.slow().isActive()) {
            return true;
        }
        int lowest = 0;
        for (int i = 0; i < activeCount; i++) {
            final SymbolWatch watch = watches[(int) active[i]];
            if (watch.fast().isActive() && watch.fast().isExpired(nowNs)) {
                remove((int) active[i], MoverStage.EXPIRED, nowNs);
                return true;
            }
            if (scoreOf(watch) < scoreOf(watches[(int) active[lowest]])) {
                lowest = i;
            }
        }
        if (scoreOf(watches[(int) active[lowest]]) >= score) {
            return false;
        }
        remove((int) active[lowest], MoverStage.EVICTED, nowNs);
        return true;
    }

    private static double scoreOf(final SymbolWatch watch) {
        return watch.fast().isActive() ? watch.fast().score() : watch.slow().score();
    }

    private void remove(final int index, final MoverStage stage, final long nowNs) {
        int at = 0;
        while (active[at] != index) {
            at++;
        }
        activeCount--;
        System.arraycopy(active, at + 1, active, at, activeCount - at);
        final SymbolWatch watch = watches[index];
        if (watch.fast().isActive()) {
            watch.fast().end(nowNs);
            tellFast(watch, stage);
        } else {
            endSlow(watch, stage);
        }
    }

    private void endSlow(final SymbolWatch watch, final MoverStage stage) {
        tellSlow(watch, stage);
        watch.slow().end();
    }

    private void tellFast(final SymbolWatch watch, final MoverStage stage) {
        final FastMover fast = watch.fast();
        mover.of(DetectionType.FAST, stage, fast.direction(), fast.window(), fast.score());
        if (stage.isActive()) {
            mover.showing(
                    fast.seenReturn(), fast.seenThreshold(), fast.seenRelativeVolume(), fast.seenValue(), Double.NaN);
        }
        listener.onMover(watch.instrument(), mover);
    }

    private void tellSlow(final SymbolWatch watch, final MoverStage stage) {
        final SlowMover slow = watch.slow();
        final int minutes = SlowMover.SLOTS * TimeGrid.SLOT_MINUTES;
        mover.of(DetectionType.SLOW, stage, slow.direction(), minutes, slow.score());
        if (stage.isActive()) {
            mover.showing(
                    slow.sum(),
                    alarm.level(),
                    watch.relativeVolume(),
                    watch.valueOver(FastMover.LONGEST),
                    slow.imbalance());
        }
        listener.onMover(watch.instrument(), mover);
    }

    /** What an instrument is at present: FAST, SLOW or NONE. */
    DetectionType typeOf(final Instrument instrument) {
        final SymbolWatch watch = watches[byInstrument[instrument.id()]];
        if (watch.fast().isActive()) {
            return DetectionType.FAST;
        }
        return watch.slow().isActive() ? DetectionType.SLOW : DetectionType.NONE;
    }

    /** Which way it moves: 1, -1, or 0 for neither. */
    int directionOf(final Instrument instrument) {
        final SymbolWatch watch = watches[byInstrument[instrument.id()]];
        return watch.fast().isActive()
                ? watch.fast().direction()
                : watch.slow().isActive() ? watch.slow().direction() : 0;
    }

    int activeCount() {
        return activeCount;
    }

    double alarmLevel() {
        return alarm.level();
    }

    DetectionSettings settings() {
        return settings;
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("movers", 0);
        session = state.field("universeSession", session);
        activeCount = state.field("activeCount", activeCount);
        state.field("active", active);
        alarm.state(state);
        for (final SymbolWatch watch : watches) {
            state.section("mover", watch.instrument().id());
            watch.state(state);
        }
    }
}
