package reprise.simulation.lookahead;

/**
 * Something that was otherwise because the future was.
 *
 * @param future what became of the future.
 * @param cutTimeNs the last moment that was known.
 * @param bars how many moments at which bars closed were known, that one included.
 * @param timeNs when the first record that differs was made, as the run on all data has it; where it has none, as the other has it.
 * @param isCommand whether it is a command; else it is an event.
 * @param number of the record in its log, from 1.
 * @param expected the record on all data, in words.
 * @param actual what was there instead, in words.
 */
public record Leak(
        Future future,
        long cutTimeNs,
        int bars,
        long timeNs,
        boolean isCommand,
        long number,
        String expected,
        String actual) {}
