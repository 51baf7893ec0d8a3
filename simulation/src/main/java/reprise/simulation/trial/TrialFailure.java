package reprise.simulation.trial;

import java.util.List;

/**
 * What a trial found.
 *
 * @param rule that does not hold, in words.
 * @param detail the numbers.
 * @param step of the market at which it was found.
 * @param sequence of the event at which it was found.
 * @param tail the last events and what they caused, one a line.
 */
public record TrialFailure(String rule, String detail, long step, long sequence, List<String> tail) {}
