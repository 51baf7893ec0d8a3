package reprise.pipeline;

import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import reprise.core.EngineCore;
import reprise.message.Envelope;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.port.RecordSource;

/**
 * Brings a core to where the record of another process ends: it handles the recorded events, and what it decides is compared with what is on
 * record, byte for byte, and goes nowhere. What the other decided and did not record is put on record now; it cannot have left, and is treated
 * like all else that no venue has answered: the venue is asked.
 */
final class Recovery implements Outlet {
    private final EngineCore core;
    private final CoreStage stage;
    private final CommandJournaler journaler;
    private final RecordSource commands;
    private final RingSlot event = RingSlot.factory(1).newInstance();
    private final RingSlot command = RingSlot.factory(1).newInstance();
    private final long commandsKnown;
    private boolean pending;
    private long recordedBefore;
    private long events;
    private long unrecorded;
    private long orphans;

    Recovery(final EngineCore core, final CommandJournaler journaler, final RecordSource commands) {
        commandsKnown = core.commandSequence();
        recordedBefore = commands.sequenceBefore();
        this.core = core;
        this.stage = new CoreStage(core);
        this.journaler = journaler;
        this.commands = commands;
        journaler.passOver(commands.passedOver());
    }

    /** Handles what comes after the core's own sequence: all of it, or what a snapshot left. */
    Recovered run(final RecordSource recorded, final LongConsumer progress) {
        final long known = core.sequence();
        long sequence;
        skipCommands(known);
        if (recordedBefore < commandsKnown) {
            throw new RecoveryException("the core was restored from after command " + commandsKnown
                    + ", but the record of the first " + known + " events ends with command " + recordedBefore);
        }
        while (recorded.next()) {
            sequence = Envelope.sequence(recorded.buffer(), recorded.offset());
            if (sequence > known) {
                requireNext(sequence);
                copy(recorded, event);
                stage.onEvent(event, 0, false);
                events++;
            }
            progress.accept(sequence);
        }
        while (pending) {
            orphans++;
            pending = commands.next();
        }
        journaler.flush();
        return new Recovered(events, core.sequence(), core.timeNs(), journaler.count(), unrecorded, orphans);
    }

    private void requireNext(final long sequence) {
        if (sequence != core.sequence() + 1) {
            throw new RecoveryException("the record goes on with event " + sequence
                    + ", and what is known ends with event " + core.sequence());
        }
    }

    private void skipCommands(final long sequence) {
        pending = commands.next();
        while (pending && Envelope.causeSequence(commands.buffer(), commands.offset()) <= sequence) {
            journaler.onRecord(commands.buffer(), commands.offset(), commands.lengthBytes());
            recordedBefore = Envelope.sequence(commands.buffer(), commands.offset());
            pending = commands.next();
        }
    }

    private static void copy(final RecordSource record, final RingSlot slot) {
        final int lengthBytes = record.lengthBytes();
        if (lengthBytes < Envelope.LENGTH_BYTES || lengthBytes > Outlet.MAX_MESSAGE_LENGTH_BYTES) {
            throw new RecoveryException("impossible record: lengthBytes=" + lengthBytes);
        }
        slot.buffer().putBytes(0, record.buffer(), record.offset(), lengthBytes);
        slot.commit(lengthBytes);
    }

    @Override
    public MutableDirectBuffer claim() {
        command.abort();
        return command.buffer();
    }

    @Override
    public void end(final int lengthBytes) {
        command.commit(lengthBytes);
        if (!pending) {
            journaler.onEvent(command, 0, false);
            unrecorded++;
            return;
        }
        requireEqual(lengthBytes);
        journaler.onRecord(command.buffer(), 0, lengthBytes);
        pending = commands.next();
    }

    private void requireEqual(final int lengthBytes) {
        boolean isEqual = lengthBytes == commands.lengthBytes();
        for (int i = 0; isEqual && i < lengthBytes; i++) {
            isEqual = command.buffer().getByte(i) == commands.buffer().getByte(commands.offset() + i);
        }
        if (!isEqual) {
            throw new RecoveryException("the record cannot be taken over: command " + (journaler.count() + 1)
                    + " on record is " + name(commands.buffer(), commands.offset()) + " of event "
                    + Envelope.causeSequence(commands.buffer(), commands.offset()) + ", this program decides "
                    + name(command.buffer(), 0) + " of event " + Envelope.causeSequence(command.buffer(), 0));
        }
    }

    private static String name(final DirectBuffer buffer, final int offset) {
        return Templates.name(Envelope.templateId(buffer, offset));
    }
}
