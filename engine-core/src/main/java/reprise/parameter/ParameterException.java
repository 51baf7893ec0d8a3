package reprise.parameter;

/** A parameter has a value that makes no sense, by itself or beside the others. */
public final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * Such a parameter.
     *
     * @param parameter its name.
     * @param problem what is wrong and what would be right.
     */
    public ParameterException(final String parameter, final String problem) {
        super(problem);
        this.parameter = parameter;
    }

    /**
     * Which.
     *
     * @return the name of the parameter.
     */
    public String parameter() {
        return parameter;
    }
}
