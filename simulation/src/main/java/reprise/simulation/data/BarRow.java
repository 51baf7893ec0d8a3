package reprise.simulation.data;

/** One row as numbers, before anything is known about its neighbours. Reused for every row. */
final class BarRow {

    long stampNs;
    long open;
    long high;
    long low;
    long close;
    long volume;
    /** Line or record number, for messages. */
    long position;
}
