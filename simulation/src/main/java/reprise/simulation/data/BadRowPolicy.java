package reprise.simulation.data;

/** What a reader does when a row cannot be a bar: unreadable, impossible, repeated, or out of order. */
public enum BadRowPolicy {
    /** The first bad row ends the reading with a {@link DataException}. The default. */
    FAIL,
    /** Bad rows are left out and counted in {@link DataQuality}. */
    SKIP,
    /** As {@link #FAIL}, and a gap, an overlap or a jump of the price between two bars counts as bad too. */
    STRICT
}
