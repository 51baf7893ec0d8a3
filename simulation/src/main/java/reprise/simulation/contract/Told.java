package reprise.simulation.contract;

/**
 * Something that a venue told, and when among all that it told.
 *
 * @param position counted over everything that the venue told, from 1.
 * @param news what.
 * @param <T> of what.
 */
public record Told<T>(long position, T news) {}
