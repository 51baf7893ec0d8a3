package reprise.simulation.alpaca.account;

/** How orders belong together. */
public enum OrderClass implements WireNamed {
    /** Alone; its name in answers is empty. */
    SIMPLE,
    /** An entry, then a target and a stop of which one cancels the other. */
    BRACKET,
    /** A target and a stop of which one cancels the other. */
    OCO,
    /** An entry, then a target or a stop. */
    OTO;

    /**
     * The name in answers.
     *
     * @return empty for a simple order.
     */
    public String answerName() {
        return this == SIMPLE ? "" : wireName();
    }
}
