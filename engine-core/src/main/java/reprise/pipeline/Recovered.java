package reprise.pipeline;

/**
 * What was found on record when a core took over from another process.
 *
 * @param events how many were handled again.
 * @param sequence of the last event on record.
 * @param timeNs of the last event on record.
 * @param commands how many are on record now, decisions among them.
 * @param unrecorded how many of these were decided by the other process, but were not on record: they cannot have left.
 * @param orphans how many commands are on record whose events are not: the end of the event log is lost, and orders that this core does not know
 *     may be at a venue.
 */
public record Recovered(long events, long sequence, long timeNs, long commands, long unrecorded, long orphans) {}
