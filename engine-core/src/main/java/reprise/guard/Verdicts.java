package reprise.guard;

import java.util.Arrays;
import reprise.state.StateExchange;

/** The verdicts and counters of one instrument, by check. Allocates nothing after construction; part of replayed state. */
final class Verdicts {
    /** In the state each check has its verdict under its own name, and how often it fired under this one. */
    private static final String[] COUNT_NAMES = Arrays.stream(GuardCheck.values())
            .map(check -> check.name() + ".count")
            .toArray(String[]::new);

    private final int instrumentId;
    private final boolean strict;
    private final GuardListener listener;
    private final Verdict[] verdicts = new Verdict[GuardCheck.COUNT];
    private final long[] counts = new long[GuardCheck.COUNT];
    private int warnings;
    private int failures;
    private long dropped;

    Verdicts(final int instrumentId, final boolean strict, final GuardListener listener) {
        this.instrumentId = instrumentId;
        this.strict = strict;
        this.listener = listener;
        Arrays.fill(verdicts, Verdict.OK);
    }

    /** An input failed or passed a check that asks of each input alone. Returns whether it failed. */
    boolean judge(final GuardCheck check, final boolean bad, final Verdict ifBad, final long value, final long limit) {
        if (bad || !isClean()) {
            change(check, bad, ifBad, value, limit);
        }
        return bad;
    }

    private void change(
            final GuardCheck check, final boolean bad, final Verdict ifBad, final long value, final long limit) {
        if (bad) {
            count(check);
        }
        set(check, bad ? ifBad : Verdict.OK, value, limit);
    }

    /** Whether every verdict is OK, so that an input that passes a check changes nothing. */
    boolean isClean() {
        return (failures | warnings) == 0;
    }

    void count(final GuardCheck check) {
        counts[check.ordinal()]++;
    }

    /** Sets a verdict, which strictness may sharpen, and tells of the change. */
    void set(final GuardCheck check, final Verdict verdict, final long value, final long limit) {
        final Verdict effective = strict && verdict == Verdict.WARN ? Verdict.FAIL : verdict;
        final Verdict before = verdicts[check.ordinal()];
        if (effective != before) {
            tally(before, -1);
            tally(effective, 1);
            verdicts[check.ordinal()] = effective;
            listener.onVerdict(instrumentId, check, effective, value, limit);
        }
    }

    private void tally(final Verdict verdict, final int change) {
        if (verdict == Verdict.FAIL) {
            failures += change;
        } else if (verdict == Verdict.WARN) {
            warnings += change;
        }
    }

    /** An input is not to be passed on. Returns false, which is what its guard answers then. */
    boolean drop() {
        dropped++;
        return false;
    }

    Verdict worst() {
        if (failures > 0) {
            return Verdict.FAIL;
        }
        return warnings > 0 ? Verdict.WARN : Verdict.OK;
    }

    boolean isFailed() {
        return failures > 0;
    }

    /** Whether a check fails. */
    boolean isFailed(final GuardCheck check) {
        return failures > 0 && verdicts[check.ordinal()] == Verdict.FAIL;
    }

    Verdict of(final GuardCheck check) {
        return verdicts[check.ordinal()];
    }

    long countOf(final GuardCheck check) {
        return counts[check.ordinal()];
    }

    long dropped() {
        return dropped;
    }

    void state(final StateExchange state) {
        failures = 0;
        warnings = 0;
        for (int i = 0; i < verdicts.length; i++) {
            verdicts[i] = Verdict.of(state.field(GuardCheck.of(i).name(), verdicts[i].ordinal()));
            counts[i] = state.field(COUNT_NAMES[i], counts[i]);
            tally(verdicts[i], 1);
        }
        dropped = state.field("dropped", dropped);
    }
}
