package reprise.simulation.data;

/** Which end of a bar the source's time stamp marks. */
public enum StampConvention {
    /** The stamp is the bar's beginning; the bar is known one period later. */
    OPEN,
    /** The stamp is the bar's end. A stamp that is only a date means the end of that day. */
    CLOSE
}
