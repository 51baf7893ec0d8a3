package reprise.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Outlet;

/**
 * One way of the network: messages as bytes, each after a delay. They arrive in the order in which they were sent, unless a fault strikes:
 * then one is lost, comes twice, is overtaken by others, or holds up all that come after it.
 */
final class Wire implements Outlet {
    /** What becomes of messages while the wire is cut. */
    enum Cut {
        /** It is not. */
        NONE,
        /** They are lost. */
        LOSING,
        /** They arrive when it is mended. */
        HOLDING
    }

    /** Which faults strike here; null for one that does not. */
    record Kinds(FaultKind lost, FaultKind duplicated, FaultKind reordered, FaultKind delayed) {}

    private static final long MIN_DELAY_NS = 100_000;
    private static final long MAX_DELAY_NS = 50_000_000;
    private static final long MAX_OVERTAKEN_NS = 3_000_000_000L;
    private static final long MAX_HELD_UP_NS = 12_000_000_000L;

    private record Letter(long dueNs, long number, List<byte[]> messages) implements Comparable<Letter> {
        @Override
        public int compareTo(final Letter other) {
            final int byTime = Long.compare(dueNs, other.dueNs);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final VirtualClock clock;
    private final Faults faults;
    private final Kinds kinds;
    private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
    private final PriorityQueue<Letter> letters = new PriorityQueue<>();
    private final List<byte[]> open = new ArrayList<>();
    private Cut cut = Cut.NONE;
    private long mendedNs;
    private boolean deaf;
    private long lastDueNs;
    private long number;
    private long taken;
    private boolean answering;

    Wire(final VirtualClock clock, final Faults faults, final Kinds kinds) {
        this.clock = clock;
        this.faults = faults;
        this.kinds = kinds;
    }

    @Override
    public MutableDirectBuffer claim() {
        return draft;
    }

    @Override
    public void end(final int lengthBytes) {
        if (lengthBytes > 0) {
            final byte[] bytes = new byte[lengthBytes];
            draft.getBytes(0, bytes);
            open.add(bytes);
            post();
        }
    }

    /** What is sent until the end of the answer arrives as a whole or not at all. */
    void beginAnswer() {
        answering = true;
    }

    void endAnswer() {
        answering = false;
        post();
    }

    private void post() {
        if (answering || open.isEmpty()) {
            return;
        }
        final List<byte[]> messages = List.copyOf(open);
        open.clear();
        if (!deaf && cut != Cut.LOSING && !strikes(kinds.lost)) {
            send(messages);
            if (strikes(kinds.duplicated)) {
                send(messages);
            }
        }
    }

    private boolean strikes(final FaultKind kind) {
        return kind != null && faults.strikes(kind);
    }

    private void send(final List<byte[]> messages) {
        final FaultKind chance = kinds.lost;
        long dueNs = Math.max(lastDueNs, clock.nowNs() + faults.between(chance, MIN_DELAY_NS, MAX_DELAY_NS));
        if (cut == Cut.HOLDING) {
            dueNs = Math.max(dueNs, mendedNs);
        }
        if (strikes(kinds.delayed)) {
            dueNs += faults.between(kinds.delayed, MAX_DELAY_NS, MAX_HELD_UP_NS);
        }
        if (strikes(kinds.reordered)) {
            dueNs += faults.between(kinds.reordered, MAX_DELAY_NS, MAX_OVERTAKEN_NS);
        } else {
            lastDueNs = dueNs;
        }
        letters.add(new Letter(dueNs, number++, messages));
    }

    /** All that is sent until it is mended is lost or held up; what is under way arrives. */
    void cut(final Cut how, final long untilNs) {
        cut = how;
        mendedNs = untilNs;
    }

    /** Everything arrives again. */
    void mend() {
        cut = Cut.NONE;
    }

    /** Holds up all that comes until a time. */
    void holdUntil(final long timeNs) {
        lastDueNs = Math.max(lastDueNs, timeNs);
    }

    /** What is sent while it is deaf is lost. */
    void deaf(final boolean isDeaf) {
        deaf = isDeaf;
    }

    /** What is under way will not arrive: who was to receive it is gone. */
    void drop() {
        letters.clear();
        lastDueNs = 0;
    }

    /** When the next message arrives; {@link Long#MAX_VALUE} for never. */
    long nextDueNs() {
        return letters.isEmpty() ? Long.MAX_VALUE : letters.peek().dueNs;
    }

    /** Takes the next message off, or all of an answer. */
    List<DirectBuffer> take() {
        final Letter letter = letters.remove();
        taken = letter.number;
        final List<DirectBuffer> buffers = new ArrayList<>();
        letter.messages.forEach(bytes -> buffers.add(new UnsafeBuffer(bytes)));
        return buffers;
    }

    /** How many were sent; one that was taken off and has a lower number was sent before now. */
    long sent() {
        return number;
    }

    /** The number of the message that was taken off last. */
    long taken() {
        return taken;
    }
}
