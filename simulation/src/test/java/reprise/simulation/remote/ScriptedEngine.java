package reprise.simulation.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * An engine of a few lines: keeps what it hears, buys one lot after every bar, and dies where the test says. What it has kept survives its
 * death, as a record does.
 */
final class ScriptedEngine {
    private final Path socket;
    private final List<byte[]> market = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private long submitted;
    private long frames;
    private boolean barClosed;

    ScriptedEngine(final Path socket) {
        this.socket = socket;
    }

    /** What it heard of the market, in all its lives. */
    List<byte[]> market() {
        return market;
    }

    /** The names of everything that it heard, in all its lives. */
    List<String> heard() {
        return heard;
    }

    /** How many orders it has sent, whole. */
    long submitted() {
        return submitted;
    }

    /** How many frames it has read. */
    long frames() {
        return frames;
    }

    /** One life: until it has read so many frames more, or to the end. Returns whether it came to the end. */
    boolean live(final long framesToDeath) throws IOException {
        return live(framesToDeath, true);
    }

    /** A life in which it trades, or does not. */
    boolean live(final long framesToDeath, final boolean trades) throws IOException {
        final long deathAt = framesToDeath == Long.MAX_VALUE ? Long.MAX_VALUE : frames + framesToDeath;
        final RemoteVenue venue = new RemoteVenue();
        try (SocketChannel channel = VenueSocket.connect(socket)) {
            venue.attach(channel);
            venue.hello(new Hello(market.size(), "scripted"));
            final FrameReader reader = new FrameReader(channel);
            while (frames < deathAt) {
                final FrameKind kind = reader.next();
                if (kind == null) {
                    return false;
                }
                frames++;
                take(kind, reader, venue, trades);
                if (kind == FrameKind.BYE) {
                    venue.settled();
                    return true;
                }
            }
        }
        return false;
    }

    private void take(final FrameKind kind, final FrameReader reader, final RemoteVenue venue, final boolean trades) {
        if (kind == FrameKind.EVENT) {
            hear(reader);
        } else if (kind == FrameKind.STEP_END) {
            if (barClosed && trades) {
                barClosed = false;
                buy(venue);
            }
            venue.settled();
        } else if (kind == FrameKind.REFUSED) {
            final byte[] text = new byte[reader.payload().capacity()];
            reader.payload().getBytes(0, text);
            throw new LinkException(new String(text, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void hear(final FrameReader reader) {
        final int templateId = Envelope.templateId(reader.payload(), 0);
        heard.add(Templates.name(templateId));
        if (Templates.isMarketEvent(templateId)) {
            final byte[] event = new byte[reader.payload().capacity()];
            reader.payload().getBytes(0, event);
            market.add(event);
            barClosed |= Envelope.templateId(new UnsafeBuffer(event), 0) == Templates.BAR_CLOSED;
        }
    }

    private void buy(final RemoteVenue venue) {
        final OrderTerms terms = new OrderTerms().set(Side.BUY, OrderType.MARKET, TimeInForce.GTC, 1_000);
        venue.submitOrder(++submitted, 0, 1, terms);
    }
}
