package reprise.journal;

import java.nio.file.Path;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;

/**
 * Where the logs of a journal are read from.
 *
 * @param events place in the log of events.
 * @param commands place in the log of commands.
 */
record ReadFrom(LogPlace events, LogPlace commands) {
    /**
     * Everything is read.
     *
     * @param directory of the journal.
     * @return the beginnings of both logs.
     */
    static ReadFrom beginning(final Path directory) {
        return new ReadFrom(
                LogPlace.beginning(directory.resolve(JournalLayout.EVENTS)),
                LogPlace.beginning(directory.resolve(JournalLayout.COMMANDS)));
    }

    /**
     * What came after an event is read, and what is between it and the last seals before it.
     *
     * @param directory of the journal.
     * @param event sequence of the last event that is known otherwise, and so is all that was decided up to it.
     * @return places that are not behind it.
     */
    static ReadFrom before(final Path directory, final long event) {
        return new ReadFrom(
                PlaceSearch.last(
                        directory.resolve(JournalLayout.EVENTS),
                        (record, offset, lengthBytes) -> Envelope.sequence(record, offset) <= event),
                PlaceSearch.last(
                        directory.resolve(JournalLayout.COMMANDS),
                        (record, offset, lengthBytes) -> isDecidedBy(event, record, offset, lengthBytes)));
    }

    private static boolean isDecidedBy(
            final long event, final DirectBuffer record, final int offset, final int lengthBytes) {
        return lengthBytes >= Frame.COMMAND_BYTES_MIN && Envelope.causeSequence(record, offset) <= event;
    }
}
