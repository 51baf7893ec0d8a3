package reprise.strategies.rule;

/** Which way a detected mover must go for a rule to look at it. */
public enum MoverDirection {
    /** The way that the rule trades, or no clear way. */
    WITH,
    /** The other way, or no clear way. */
    AGAINST,
    /** Any. */
    ANY;

    /**
     * Whether a rule looks at a mover.
     *
     * @param side of the rule.
     * @param direction of the mover: 1, -1 or 0.
     * @return whether it does.
     */
    public boolean accepts(final RuleSide side, final int direction) {
        final int towards = direction * side.side().sign();
        return switch (this) {
            case WITH -> towards >= 0;
            case AGAINST -> towards <= 0;
            case ANY -> true;
        };
    }
}
