package reprise.message;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;
import org.agrona.sbe.MessageEncoderFlyweight;
import reprise.message.codec.MessageHeaderEncoder;

/**
 * The header that every record begins with, for those who handle records without reading their body.
 *
 * <pre>
 *   0            2            4            6            8                  16                 24
 *   +------------+------------+------------+------------+------------------+------------------+------
 *   | block len  | template   | schema     | version    | sequence         | time, ns         | body
 *   +------------+------------+------------+------------+------------------+------------------+------
 * </pre>
 *
 * <p>Little endian. Stateless; allocates nothing.
 */
public final class Envelope {
    /** Length of the header. */
    public static final int LENGTH_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;

    /** Template of a slot whose message was never written. */
    public static final int ABORTED_TEMPLATE_ID = 0;

    private static final int TEMPLATE_SHIFT = 8 * MessageHeaderEncoder.templateIdEncodingOffset();
    private static final int SCHEMA_SHIFT = 8 * MessageHeaderEncoder.schemaIdEncodingOffset();
    private static final int VERSION_SHIFT = 8 * MessageHeaderEncoder.versionEncodingOffset();
    private static final int MASK = 0xFFFF;

    private Envelope() {}

    /** Writes what kind of message follows: the first four fields, which lie in one word. */
    static void address(final MutableDirectBuffer buffer, final int offset, final MessageEncoderFlyweight message) {
        final long kind = (long) message.sbeBlockLength()
                | (long) message.sbeTemplateId() << TEMPLATE_SHIFT
                | (long) message.sbeSchemaId() << SCHEMA_SHIFT
                | (long) message.sbeSchemaVersion() << VERSION_SHIFT;
        buffer.putLong(offset, kind, ByteOrder.LITTLE_ENDIAN);
    }

    /** The first four fields in one word, of which {@link #templateId(long)} and its like give one. */
    static long kind(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }

    static int templateId(final long kind) {
        return (int) (kind >>> TEMPLATE_SHIFT) & MASK;
    }

    static int schemaId(final long kind) {
        return (int) (kind >>> SCHEMA_SHIFT) & MASK;
    }

    static int version(final long kind) {
        return (int) (kind >>> VERSION_SHIFT) & MASK;
    }

    /** Lets a decoder read the message of a record, which must be of its template. */
    static <M extends MessageDecoderFlyweight> M open(final M message, final DirectBuffer buffer, final int offset) {
        final long kind = kind(buffer, offset);
        message.wrap(buffer, offset + LENGTH_BYTES, (int) kind & MASK, version(kind));
        return message;
    }

    /**
     * Which message this is.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @return template id.
     */
    public static int templateId(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + MessageHeaderEncoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                & 0xFFFF;
    }

    /**
     * The place in the log.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @return 1, 2, 3, ...
     */
    public static long sequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + MessageHeaderEncoder.sequenceEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Engine time.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @return nanoseconds since the epoch.
     */
    public static long timeNs(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + MessageHeaderEncoder.timeNsEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The sequence of the event that caused a command: the first field of every command.
     *
     * @param buffer holding a command.
     * @param offset at which it begins.
     * @return sequence in the event log.
     */
    public static long causeSequence(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + LENGTH_BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Stamps a record; done by the sequencer only.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @param sequence place in the log.
     * @param timeNs engine time.
     */
    public static void stamp(
            final MutableDirectBuffer buffer, final int offset, final long sequence, final long timeNs) {
        buffer.putLong(offset + MessageHeaderEncoder.sequenceEncodingOffset(), sequence, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + MessageHeaderEncoder.timeNsEncodingOffset(), timeNs, ByteOrder.LITTLE_ENDIAN);
    }
}
