package reprise.message;

import org.agrona.DirectBuffer;

/** Takes requests to a venue as the records that they are: who carries them on has no use for the calls that they stand for. */
public interface CommandRecords {
    /**
     * One request.
     *
     * @param buffer holding the record; valid during the call only.
     * @param offset at which it begins.
     * @param lengthBytes of it, envelope included.
     */
    void onCommand(DirectBuffer buffer, int offset, int lengthBytes);

    /**
     * Makes of each record the call that it stands for.
     *
     * @param venue is called at once, on the same thread.
     * @return refuses what is not of this schema.
     */
    static CommandRecords calling(final EngineCommands venue) {
        final CommandDispatcher dispatcher = new CommandDispatcher(venue, new MutedCommands());
        return (buffer, offset, lengthBytes) -> dispatcher.dispatch(buffer, offset);
    }
}
