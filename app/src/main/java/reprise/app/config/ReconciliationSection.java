package reprise.app.config;

import reprise.number.Money;
import reprise.reconciliation.ReconciliationRules;

/** Reads the block {@code reconciliation}: when the venue's view of the account is compared with ours, and what follows. */
final class ReconciliationSection {
    private static final long MS_NS = 1_000_000L;
    private static final long SECOND_NS = 1_000 * MS_NS;
    private static final long DAY_NS = 86_400 * SECOND_NS;
    private static final int MAX_ATTEMPTS = 100;
    private static final ReconciliationRules DEFAULTS = ReconciliationRules.DEFAULT;

    private ReconciliationSection() {}

    static ReconciliationRules read(final Section section) {
        final long everyNs = section.durationNs("every", DEFAULTS.everyNs(), 0, DAY_NS);
        if (everyNs > 0 && everyNs < SECOND_NS) {
            throw section.invalid("every", "0, for none but after a lost connection, or at least 1s");
        }
        final ReconciliationRules rules = new ReconciliationRules(
                everyNs,
                section.durationNs("retry", DEFAULTS.retryNs(), MS_NS, DAY_NS),
                section.integer("attempts", DEFAULTS.attempts(), 0, MAX_ATTEMPTS),
                section.durationNs("overlap", DEFAULTS.overlapNs(), 0, DAY_NS),
                section.money("cashTolerance", Money.format(DEFAULTS.cashTolerance()), 0),
                section.flag("adoptForeign", DEFAULTS.adoptsForeign()),
                section.durationNs("repeatWithin", DEFAULTS.repeatWithinNs(), 0, DAY_NS));
        section.finish();
        return rules;
    }
}
