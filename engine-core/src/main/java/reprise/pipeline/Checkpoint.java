package reprise.pipeline;

import reprise.core.EngineCore;

/**
 * Looks at the core when it has handled an event and all that came of it is on record. On the core's thread, which waits; changes nothing.
 */
public interface Checkpoint {
    /** Nobody looks. */
    Checkpoint NONE = new Checkpoint() {
        @Override
        public boolean isDueAfter(final long sequence, final int templateId) {
            return false;
        }

        @Override
        public void take(final EngineCore core) {
            // never due
        }
    };

    /**
     * Whether to look after an event; asked of every event, in order.
     *
     * @param sequence of the event.
     * @param templateId of the event; 0 for a place in the ring that was given back unused.
     * @return false to go on at once.
     */
    boolean isDueAfter(long sequence, int templateId);

    /**
     * The core has handled an event after which a look is due.
     *
     * @param core to be read only, during this call.
     */
    void take(EngineCore core);
}
