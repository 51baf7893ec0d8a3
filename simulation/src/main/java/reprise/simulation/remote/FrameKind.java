package reprise.simulation.remote;

import reprise.message.Envelope;
import reprise.message.Outlet;

/** What a frame is, and how much it may carry. */
enum FrameKind {
    /** One event, as the publisher wrote it, its source's time in the envelope. Venue to engine. */
    EVENT(1, Envelope.LENGTH_BYTES, Outlet.MAX_MESSAGE_LENGTH_BYTES),

    /** One command, as the publisher wrote it. Engine to venue. */
    COMMAND(2, Envelope.LENGTH_BYTES, Outlet.MAX_MESSAGE_LENGTH_BYTES),

    /** The venue waits for {@link #SETTLED}. */
    STEP_END(3, 0, 0),

    /** All events before the last {@link #STEP_END}, or all there are before {@link #BYE}, are handled; their commands were sent before. */
    SETTLED(4, 0, 0),

    /** Who the engine is. Its first frame. */
    HELLO(5, Integer.BYTES, FrameKind.MAX_PAYLOAD_BYTES),

    /** The venue's answer, if it is content. */
    WELCOME(6, Integer.BYTES, FrameKind.MAX_PAYLOAD_BYTES),

    /** The venue's answer, if it is not, and why; text. */
    REFUSED(7, 0, FrameKind.MAX_PAYLOAD_BYTES),

    /** There is no more data. */
    BYE(8, 0, 0);

    /** The most that any frame carries. */
    static final int MAX_PAYLOAD_BYTES = 1024;

    private static final FrameKind[] BY_CODE = new FrameKind[values().length + 1];

    static {
        for (final FrameKind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final byte code;
    private final int minPayloadBytes;
    private final int maxPayloadBytes;

    FrameKind(final int code, final int minPayloadBytes, final int maxPayloadBytes) {
        this.code = (byte) code;
        this.minPayloadBytes = minPayloadBytes;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    byte code() {
        return code;
    }

    /** The kind of a frame that was read, whose length must be one that this kind may have. */
    static FrameKind of(final byte code, final int payloadBytes) {
        if (code < 1 || code >= BY_CODE.length) {
            throw new LinkException("no such kind of frame: " + code);
        }
        final FrameKind kind = BY_CODE[code];
        if (payloadBytes < kind.minPayloadBytes || payloadBytes > kind.maxPayloadBytes) {
            throw new LinkException("a frame of kind " + kind + " cannot carry " + payloadBytes + " bytes");
        }
        return kind;
    }
}
