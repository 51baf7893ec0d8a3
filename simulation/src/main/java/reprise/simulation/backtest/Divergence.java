package reprise.simulation.backtest;

/**
 * The first command that a replay decided otherwise than the journal has it.
 *
 * @param sequence of the command, 1, 2, 3, ...
 * @param causeSequence of the event that caused the command: the journaled one if there is one, else the produced one.
 * @param expected the journaled command in words, or {@link #NOTHING}.
 * @param actual the produced command in words, or {@link #NOTHING}.
 */
public record Divergence(long sequence, long causeSequence, String expected, String actual) {
    /** Stands where there is no command. */
    public static final String NOTHING = "nothing";
}
