package reprise.simulation.trial;

/** A check of a trial failed. */
final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * What does not hold.
     *
     * @param rule in words.
     * @param detail the numbers.
     */
    BrokenRule(final String rule, final String detail) {
        super(rule + ": " + detail);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    static void require(final boolean holds, final String rule, final String detail) {
        if (!holds) {
            throw new BrokenRule(rule, detail);
        }
    }
}
