package reprise.alpaca.stream;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import reprise.message.EventPublisher;
import reprise.port.VenueLink;

/** What a stream tells its user; it has no events. */
public final class RecordedLink implements VenueLink {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Override
    public EventPublisher newPublisher() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long lastBarNs(final int instrumentId) {
        return 0;
    }

    @Override
    public long lastTradeNs(final int instrumentId) {
        return 0;
    }

    @Override
    public void onFatal(final String why) {
        said.add("fatal: " + why);
    }

    @Override
    public void onNotice(final String text) {
        said.add(text);
    }

    /** Waits for what is said next. */
    String next() throws InterruptedException {
        return said.poll(30, TimeUnit.SECONDS);
    }
}
