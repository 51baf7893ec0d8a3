package reprise.simulation.recorded;

import reprise.port.RecordSource;

/** The records of a log on disk, to be closed by whoever reads them. */
public interface RecordReader extends RecordSource, AutoCloseable {
    /** Releases the log. May be called more than once. */
    @Override
    void close();
}
