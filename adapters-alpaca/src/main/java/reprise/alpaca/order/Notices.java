package reprise.alpaca.order;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import reprise.port.VenueLink;

/** Tells the user of things that repeat: the first few times, then ever less often. Any thread. */
final class Notices {
    private static final int MAX_TEXTS = 256;

    private final VenueLink link;
    private final AtomicBoolean isFatal = new AtomicBoolean();
    private final Map<String, Integer> counts = new HashMap<>();

    Notices(final VenueLink link) {
        this.link = link;
    }

    /** There is no going on; said once. */
    void fatal(final String text) {
        if (isFatal.compareAndSet(false, true)) {
            link.onFatal("alpaca: " + text);
        }
    }

    void tell(final String text) {
        final int count;
        synchronized (counts) {
            if (counts.size() >= MAX_TEXTS) {
                counts.clear();
            }
            count = counts.merge(text, 1, Integer::sum);
        }
        if (Integer.bitCount(count) == 1) {
            link.onNotice("alpaca: " + text + (count == 1 ? "" : " (" + count + " times)"));
        }
    }
}
