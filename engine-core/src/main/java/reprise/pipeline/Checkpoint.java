package reprise.pipeline;

import reprise.core.EngineCore;

/**
 * Looks at the core when it has handled an event and all that came of it is on record. On the core's thread, which waits; changes nothing.
 */
public interface Checkpoint {
    /** Nobody looks. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public boolean isDue(final long sequence) {
            return false;
        }

        @Override
        public void take(final EngineCore core) {
            // never due
        }
    };

    /**
     * Whether to look after an event.
     *
     * @param sequence of the event.
     * @return false to go on at once.
     */
    boolean isDue(long sequence);

    /**
     * The core has handled an event after which a look is due.
     *
     * @param core to be read only, during this call.
     */
    void take(EngineCore core);
}
