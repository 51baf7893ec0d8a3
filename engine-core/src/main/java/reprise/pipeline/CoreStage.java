package reprise.pipeline;

import reprise.core.EngineCore;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.PriceEvents;

/** Lets the core see an event that is on record: first its time, for the timers, then the event. */
final class CoreStage extends RingStage {
    private final EngineCore core;
    private final EventDispatcher dispatcher;

    CoreStage(final EngineCore core) {
        this.core = core;
        this.dispatcher = core.newDispatcher();
    }

    /** Who is called for the records of prices. */
    PriceEvents prices() {
        return dispatcher.prices();
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (!slot.isAborted()) {
            core.beginEvent(Envelope.sequence(slot.buffer(), 0), Envelope.timeNs(slot.buffer(), 0));
            dispatcher.dispatch(slot.buffer(), 0);
            core.endEvent();
        }
    }
}
