package reprise.guard;

/** Is told when a check changes its mind. */
@FunctionalInterface
public interface GuardListener {
    /**
     * A check of an instrument has another verdict than before. Called within the guard's own calls; must not call the guard.
     *
     * @param instrumentId whose data it is about.
     * @param check which changed.
     * @param verdict its verdict from now on; in strict mode FAIL where it would be WARN.
     * @param value that led to it, in the unit of the check.
     * @param limit it was compared with, in the same unit.
     */
    void onVerdict(int instrumentId, GuardCheck check, Verdict verdict, long value, long limit);
}
