package reprise.pipeline;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import reprise.message.Outlet;
import reprise.port.EventLog;
import reprise.state.StateHash;

/**
 * Puts a command on record before it can reach a venue, and keeps the hash over all commands that says whether two runs decided the same.
 */
final class CommandJournaler extends RingStage {
    private final EventLog log;
    private final MessageDigest digest = StateHash.sha256();

    /** A digest asked for every command would mostly be asked; these are hashed when there is no room for another. */
    private final byte[] bytes = new byte[8 * Outlet.MAX_MESSAGE_LENGTH_BYTES];

    private int length;
    private long count;
    private boolean isHashKnown = true;

    CommandJournaler(final EventLog log) {
        this.log = log;
    }

    @Override
    public void onEvent(final RingSlot slot, final long ringSequence, final boolean endOfBatch) {
        if (!slot.isAborted()) {
            log.append(slot.buffer(), 0, slot.lengthBytes());
            onRecord(slot.buffer(), 0, slot.lengthBytes());
        }
        if (endOfBatch) {
            log.flush();
        }
    }

    /** Counts commands that are on record already and are not read; the hash over all is not known then. */
    void passOver(final long commands) {
        count += commands;
        isHashKnown &= commands == 0;
    }

    /** Counts a command that is on record already. */
    void onRecord(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (length + lengthBytes > bytes.length) {
            digest.update(bytes, 0, length);
            length = 0;
        }
        buffer.getBytes(offset, bytes, length, lengthBytes);
        length += lengthBytes;
        count++;
    }

    /** Hands what was appended to the operating system. */
    void flush() {
        log.flush();
    }

    /** How many commands are on record; to be read when the stage has stopped. */
    long count() {
        return count;
    }

    /** SHA-256 over the bytes of all commands so far, in order: 64 hexadecimal digits, or none if not all were read. When the stage is idle. */
    String hash() {
        if (!isHashKnown) {
            return "";
        }
        try {
            final MessageDigest all = (MessageDigest) digest.clone();
            all.update(bytes, 0, length);
            return HexFormat.of().formatHex(all.digest());
        } catch (final CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }
}
