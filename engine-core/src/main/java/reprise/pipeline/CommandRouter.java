package reprise.pipeline;

import reprise.message.CommandRecords;
import reprise.message.Templates;

/** Hands a command that is on record to the venues; decisions are for the record only. Never waits: a venue that cannot take a command must say so by an event. */
final class CommandRouter extends RingStage {
    private final CommandRecords venues;

    CommandRouter(final CommandRecords venues) {
        this.venues = venues;
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (Templates.isCommand(slot.templateId())) {
            venues.onCommand(slot.buffer(), 0, slot.lengthBytes());
        }
    }
}
