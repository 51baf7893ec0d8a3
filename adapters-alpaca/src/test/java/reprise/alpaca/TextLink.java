package reprise.alpaca;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.alpaca.market.TextEvents;
import reprise.market.InstrumentStatus;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.port.VenueLink;

/** An engine that writes down what it is told about the market: events with their stamps, and what is for the user. */
public final class TextLink implements VenueLink {
    private final Set<Integer> halted = new HashSet<>();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private long lastBarNs;
    private long lastTradeNs;

    @Override
    public EventPublisher newPublisher() {
        return new EventPublisher(new Slot());
    }

    @Override
    public long lastBarNs(final int instrumentId) {
        return lastBarNs;
    }

    /** The engine has the bars of all instruments up to here. */
    public void knows(final long closeNs) {
        lastBarNs = closeNs;
    }

    @Override
    public long lastTradeNs(final int instrumentId) {
        return lastTradeNs;
    }

    /** The engine has the trades of all instruments up to here. */
    public void knowsTrades(final long timeNs) {
        lastTradeNs = timeNs;
    }

    /** The engine has on record that it is halted. */
    public void haltedBefore(final int instrumentId) {
        halted.add(instrumentId);
    }

    @Override
    public InstrumentStatus statusOf(final int instrumentId) {
        return halted.contains(instrumentId) ? InstrumentStatus.HALTED : InstrumentStatus.TRADING;
    }

    @Override
    public void onFatal(final String why) {
        said.add("fatal: " + why);
    }

    @Override
    public void onNotice(final String text) {
        said.add(text);
    }

    /** Waits for the next event; null if none comes. */
    public String nextEvent() throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    /** The next event that is there already, or null. */
    public String eventAtHand() {
        return events.poll();
    }

    /** Waits for what is said next; null if nothing is. */
    public String nextSaid() throws InterruptedException {
        return said.poll(30, TimeUnit.SECONDS);
    }

    /** What is said next and is there already, or null. */
    public String saidAtHand() {
        return said.poll();
    }

    private final class Slot implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final TextEvents text = new TextEvents();
        private final EventDispatcher dispatcher = new EventDispatcher(null, text, null, null, null);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            dispatcher.dispatch(buffer, 0);
            events.add(text.lines.remove(0) + " @" + Envelope.timeNs(buffer, 0));
        }
    }
}
