package reprise.guard;

import reprise.state.StateExchange;

/**
 * A check of a value by a limit to warn and one to fail, whose failure lasts: until so many inputs in a row were fine, where one that is
 * not begins the count again, or until the operator says that it is over. Part of replayed state.
 */
final class LastingCheck {
    private final GuardCheck check;
    private final Verdicts verdicts;
    private final int healCount;
    private final long warn;
    private final long fail;
    private int left;

    LastingCheck(
            final GuardCheck check, final Verdicts verdicts, final int healCount, final long warn, final long fail) {
        this.check = check;
        this.verdicts = verdicts;
        this.healCount = healCount;
        this.warn = warn;
        this.fail = fail;
    }

    /** Judges how far a positive price lies from another. */
    void judgeDistance(final long price, final long base) {
        if (left > 0 || !verdicts.isClean() || !Distance.isSurelyWithin(price, base, warn)) {
            judge(Distance.between(price, base));
        }
    }

    void judge(final long value) {
        final Verdict judged = value <= warn ? Verdict.OK : value <= fail ? Verdict.WARN : Verdict.FAIL;
        if (judged != Verdict.OK) {
            verdicts.count(check);
        }
        if (judged == Verdict.FAIL || left > 0 && judged == Verdict.WARN) {
            left = healCount;
        } else if (left > 0) {
            left--;
        }
        verdicts.set(check, left > 0 ? Verdict.FAIL : judged, value, judged == Verdict.FAIL ? fail : warn);
    }

    void acknowledge() {
        left = 0;
        verdicts.set(check, Verdict.OK, 0, warn);
    }

    void state(final StateExchange state) {
        left = state.field("left", left);
    }
}
