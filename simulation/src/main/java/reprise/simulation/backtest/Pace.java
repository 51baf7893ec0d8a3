package reprise.simulation.backtest;

import reprise.pipeline.TimeSource;

/** How fast data is fed, and what time it is meanwhile. */
public interface Pace {
    /** As fast as it goes; it is always the time of the data. */
    Pace OF_THE_DATA = new Pace() {
        @Override
        public TimeSource timeSource() {
            return TimeSource.OF_THE_DATA;
        }

        @Override
        public void begin(final long dataTimeNs) {
            // the data's time begins by itself
        }

        @Override
        public long waitNs(final long dataTimeNs) {
            return 0;
        }

        @Override
        public long tickNs() {
            return Long.MAX_VALUE;
        }
    };

    /**
     * What the sequencer stamps events with; read on the sequencer's thread.
     *
     * @return a time source.
     */
    TimeSource timeSource();

    /**
     * The data begins now. Called once, before anything is published.
     *
     * @param dataTimeNs when its first bar opens.
     */
    void begin(long dataTimeNs);

    /**
     * How long to wait for a moment of the data; read on the feeding thread.
     *
     * @param dataTimeNs the moment.
     * @return nanoseconds of wall time, 0 or less if it has come.
     */
    long waitNs(long dataTimeNs);

    /**
     * How often the engine is told the time while there is nothing else to tell.
     *
     * @return nanoseconds of wall time.
     */
    long tickNs();
}
