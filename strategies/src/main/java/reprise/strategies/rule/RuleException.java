package reprise.strategies.rule;

/** A rule that cannot be understood; says where in it, and what would be right. */
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    /**
     * An exception.
     *
     * @param place the key in the rule, such as {@code conditions.held}.
     * @param problem what is wrong, with the column, and what would be right.
     */
    public RuleException(final String place, final String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /**
     * Where.
     *
     * @return the key in the rule.
     */
    public String place() {
        return place;
    }

    /**
     * What.
     *
     * @return the problem without the place.
     */
    public String problem() {
        return problem;
    }
}
