package reprise.guard;

import java.util.ArrayList;
import java.util.List;
import reprise.time.EngineClock;

/** One guarded instrument, a clock to move, and what the guard told. Times count from a Monday, 2024-01-08, midnight UTC. */
final class GuardBench {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long T0 = 19_730L * 24 * HOUR;

    final EngineClock clock = new EngineClock();
    final List<String> told = new ArrayList<>();
    final DataGuard guard = new DataGuard(
            clock, (id, check, verdict, value, limit) -> told.add(check + " " + verdict + " " + value + "/" + limit));

    GuardBench(final GuardLimits limits, final TradingHours hours) {
        guard.define(limits, hours);
        clock.advanceTo(T0);
    }

    static GuardBench strict(final boolean strict) {
        return new GuardBench(GuardLimits.forBars(MINUTE).withStrict(strict), TradingHours.ALWAYS);
    }

    GuardBench at(final long afterT0) {
        final long timeNs = T0 + afterT0;
        while (guard.nextTimerNs() <= timeNs) {
            clock.advanceTo(guard.nextTimerNs());
            guard.onTimer(clock.timeNs());
            if (guard.nextTimerNs() <= clock.timeNs()) {
                throw new AssertionError("a timer that is done is due again: " + clock.timeNs());
            }
        }
        clock.advanceTo(timeNs);
        return this;
    }

    /** A bar of a minute that closes now. */
    boolean bar(final long close) {
        return bar(clock.timeNs() - T0, close);
    }

    boolean bar(final long closeAfterT0, final long close) {
        return bar(closeAfterT0, MINUTE, close, close, close, close, 1);
    }

    boolean bar(
            final long closeAfterT0,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        return guard.onBar(0, T0 + closeAfterT0, periodNs, open, high, low, close, volume);
    }

    boolean quote(final long bid, final long ask) {
        return guard.onQuote(0, 0, bid, 1, ask, 1);
    }

    boolean quoteOf(final long afterT0) {
        return guard.onQuote(0, T0 + afterT0, 10_000, 1, 10_001, 1);
    }

    boolean trade(final long price) {
        return guard.onTrade(0, 0, price, 1);
    }

    boolean tradeOf(final long afterT0, final long price, final long quantity) {
        return guard.onTrade(0, T0 + afterT0, price, quantity);
    }

    /** What was told since the last question. */
    List<String> told() {
        final List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    Verdict verdict() {
        return guard.verdict(0);
    }

    Verdict verdict(final GuardCheck check) {
        return guard.verdict(0, check);
    }

    long count(final GuardCheck check) {
        return guard.count(0, check);
    }

    long dropped() {
        return guard.droppedCount(0);
    }
}
