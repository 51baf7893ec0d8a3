package reprise.simulation.venue;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Outlet;
import reprise.message.PriceEvents;
import reprise.number.Money;
import reprise.simulation.market.SplitMix;

/**
 * One way from the venue to the engine. Messages arrive in order, each after a delay; some are lost, held up or repeated. Each message is
 * {@link #plan planned} before it is written, so that it can be stamped with the time at which it arrives. Allocates only to grow.
 */
final class MessageLine extends DueQueue implements Outlet {
    /** The most messages that may be under way. */
    static final int MAX_UNDER_WAY = 1 << 20;

    private static final int INITIAL_MESSAGES = 4;

    private final Outlet target;
    private final VenueClock clock;
    private final Agenda.Sequence sequences;
    private final DelaySampler delay;
    private final VenueConnection connection;
    private final SplitMix repeats;
    private final long repeatShareE8;
    private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
    private byte[][] messages = new byte[INITIAL_MESSAGES][];
    private int[] lengths = new int[INITIAL_MESSAGES];
    private long[] dueTimesNs = new long[INITIAL_MESSAGES];
    private long[] numbers = new long[INITIAL_MESSAGES];
    private int first;
    private int count;
    private long lastDueNs = Long.MIN_VALUE;
    private long plannedNs;
    private boolean lost;
    private boolean atOnce;
    private boolean repeated;

    /** A way that never breaks where the connection is null. */
    MessageLine(
            final Outlet target,
            final VenueClock clock,
            final Agenda.Sequence sequences,
            final DelaySampler delay,
            final VenueConnection connection,
            final FaultSchedule faults) {
        this.target = target;
        this.clock = clock;
        this.sequences = sequences;
        this.delay = delay;
        this.connection = connection;
        repeats = new SplitMix(faults.seed() + 1);
        repeatShareE8 = connection == null ? 0 : faults.duplicateShareE8();
    }

    /** Decides what becomes of the message that is written next. Returns when it arrives. */
    long plan() {
        lost = connection != null && connection.losesAnswers();
        repeated = repeatShareE8 > 0 && repeats.nextUnit() * Money.ONE < repeatShareE8;
        long arrivalNs = Math.max(lastDueNs, clock.venueNs() + delay.nextNs());
        if (connection != null && connection.delays()) {
            arrivalNs = Math.max(arrivalNs, connection.windowEndNs());
        }
        plannedNs = arrivalNs;
        if (!lost) {
            lastDueNs = arrivalNs;
        }
        atOnce = !lost && count == 0 && arrivalNs <= clock.venueNs();
        return plannedNs;
    }

    /** Whether the message that was planned last is lost. */
    boolean isLost() {
        return lost;
    }

    @Override
    public MutableDirectBuffer claim() {
        return atOnce && !repeated ? target.claim() : draft;
    }

    @Override
    public PriceEvents prices(final long timeNs) {
        final PriceEvents prices = atOnce && !repeated ? target.prices(timeNs) : null;
        if (prices != null) {
            clock.engineHears(plannedNs);
        }
        return prices;
    }

    @Override
    public void end(final int lengthBytes) {
        if (atOnce && !repeated) {
            clock.engineHears(plannedNs);
            target.end(lengthBytes);
            return;
        }
        for (int i = repeated ? 0 : 1; i < 2 && lengthBytes > 0 && !lost; i++) {
            if (atOnce) {
                deliver(draft, lengthBytes, plannedNs);
            } else {
                enqueue(lengthBytes);
            }
        }
    }

    private void deliver(final UnsafeBuffer message, final int lengthBytes, final long timeNs) {
        clock.engineHears(timeNs);
        target.claim().putBytes(0, message, 0, lengthBytes);
        target.end(lengthBytes);
    }

    private void enqueue(final int lengthBytes) {
        if (count == messages.length) {
            grow();
        }
        final int slot = first + count & messages.length - 1;
        if (messages[slot] == null) {
            messages[slot] = new byte[MAX_MESSAGE_LENGTH_BYTES];
        }
        draft.getBytes(0, messages[slot], 0, lengthBytes);
        lengths[slot] = lengthBytes;
        dueTimesNs[slot] = plannedNs;
        numbers[slot] = sequences.next();
        count++;
        tellNext();
    }

    private void grow() {
        final int length = messages.length;
        if (length == MAX_UNDER_WAY) {
            throw new IllegalStateException("too many messages are under way: " + length);
        }
        final byte[][] grownMessages = new byte[2 * length][];
        final int[] grownLengths = new int[2 * length];
        final long[] grownDueNs = new long[2 * length];
        final long[] grownNumbers = new long[2 * length];
        for (int i = 0; i < count; i++) {
            final int slot = first + i & length - 1;
            grownMessages[i] = messages[slot];
            grownLengths[i] = lengths[slot];
            grownDueNs[i] = dueTimesNs[slot];
            grownNumbers[i] = numbers[slot];
        }
        messages = grownMessages;
        lengths = grownLengths;
        dueTimesNs = grownDueNs;
        numbers = grownNumbers;
        first = 0;
    }

    private void tellNext() {
        if (count == 0) {
            nextIsNever();
        } else {
            nextIs(dueTimesNs[first], numbers[first]);
        }
    }

    @Override
    void run() {
        final int slot = first;
        final long timeNs = dueTimesNs[slot];
        first = first + 1 & messages.length - 1;
        count--;
        tellNext();
        clock.advanceTo(timeNs);
        draft.putBytes(0, messages[slot], 0, lengths[slot]);
        deliver(draft, lengths[slot], timeNs);
    }
}
