package reprise.pipeline;

import reprise.message.CommandDispatcher;
import reprise.message.EngineCommands;
import reprise.message.MutedCommands;

/** Hands a command that is on record to the venues; decisions are for the record only. Never waits: a venue that cannot take a command must say so by an event. */
final class CommandRouter extends RingStage {
    private final CommandDispatcher dispatcher;

    CommandRouter(final EngineCommands venues) {
        dispatcher = new CommandDispatcher(venues, new MutedCommands());
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (!slot.isAborted()) {
            dispatcher.dispatch(slot.buffer(), 0);
        }
    }
}
