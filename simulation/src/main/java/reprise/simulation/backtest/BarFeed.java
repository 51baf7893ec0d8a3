package reprise.simulation.backtest;

import java.util.List;
import reprise.message.EngineEvents;
import reprise.simulation.market.BarSource;
import reprise.simulation.venue.SimulatedVenue;

/**
 * Several sources as one stream in time, in which a bar is two steps: it opens, and it closes. At one time bars close before others open,
 * then lower instrument ids come first, then sources in the order given. Where an instrument has bars of several lengths, orders trade in
 * the shortest, and the longer ones only close.
 *
 * <p>A cursor, single-threaded; constant memory but for history, allocates nothing per step.
 */
public final class BarFeed implements MarketFeed {
    private final Lane[] lanes;
    private final Lane[] heap;
    private final FeedHistory history;
    private int heapSize;
    private boolean extremesReached;
    private long firstTimeNs;
    private Lane current;
    private boolean isOpening;

    /** One source, and the step that is the next of its bar. */
    private static final class Lane {
        final int index;
        final int instrumentId;
        final BarSource bar;
        boolean isTradable;
        boolean opened;
        long timeNs;

        Lane(final int index, final InstrumentBars input) {
            this.index = index;
            instrumentId = input.instrumentId();
            bar = input.source();
        }

        /** The bar that the source stands on opens next, or closes. */
        void begin(final boolean isOpen) {
            opened = isOpen;
            timeNs = isOpen ? bar.closeTimeNs() : bar.openTimeNs();
        }

        boolean isBefore(final Lane other) {
            if (timeNs != other.timeNs) {
                return timeNs < other.timeNs;
            }
            if (opened != other.opened) {
                return opened;
            }
            return instrumentId != other.instrumentId ? instrumentId < other.instrumentId : index < other.index;
        }
    }

    /**
     * A feed before its first step; reads the first bar of each source.
     *
     * @param inputs sources, several of one instrument allowed.
     */
    public BarFeed(final List<InstrumentBars> inputs) {
        this(inputs, Warmup.NONE);
    }

    /**
     * A feed before its first step, of which the first bars are history; reads these, and the first bar of each source after them.
     *
     * @param inputs sources, several of one instrument allowed.
     * @param warmup what is history.
     */
    public BarFeed(final List<InstrumentBars> inputs, final Warmup warmup) {
        final int count = inputs.size();
        lanes = new Lane[count];
        heap = new Lane[count];
        firstTimeNs = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            lanes[i] = new Lane(i, inputs.get(i));
            if (lanes[i].bar.next()) {
                heap[heapSize++] = lanes[i];
                firstTimeNs = Math.min(firstTimeNs, lanes[i].bar.openTimeNs());
            }
        }
        for (int i = 0; i < heapSize; i++) {
            heap[i].isTradable = isShortest(heap[i]);
        }
        history = new FeedHistory(
                warmup, inputs.stream().mapToInt(InstrumentBars::instrumentId).toArray());
        takeHistory();
        for (int i = 0; i < heapSize; i++) {
            heap[i].begin(!heap[i].isTradable || heap[i].bar.openTimeNs() < history.endNs());
        }
        heapify();
        if (history.endNs() > 0) {
            firstTimeNs = heapSize > 0 && !heap[0].opened ? heap[0].timeNs : history.endNs();
        }
    }

    private void takeHistory() {
        for (int i = 0; i < heapSize; i++) {
            heap[i].begin(true);
        }
        heapify();
        while (heapSize > 0 && history.takes(heap[0].bar)) {
            history.add(heap[0].index, heap[0].bar);
            advance(heap[0], true);
        }
    }

    private void heapify() {
        for (int i = heapSize / 2; i >= 0; i--) {
            siftDown(i);
        }
    }

    private boolean isShortest(final Lane lane) {
        for (int i = 0; i < heapSize; i++) {
            final Lane other = heap[i];
            if (other.instrumentId == lane.instrumentId && other.bar.periodNs() < lane.bar.periodNs()) {
                return false;
            }
        }
        return true;
    }

    /**
     * How much history a source has.
     *
     * @param source its index in the inputs.
     * @return bars.
     */
    public int historyCount(final int source) {
        return history.count(source);
    }

    /**
     * Tells the history, in order of time. It belongs before the first step, once strategies are started.
     *
     * @param events take it.
     * @return how many bars it was.
     */
    @Override
    public long tellHistory(final EngineEvents events) {
        return history.tell(events);
    }

    /**
     * Whether there is no bar at all, or none left.
     *
     * @return whether {@link #next()} will return false.
     */
    public boolean isEmpty() {
        return heapSize == 0;
    }

    /**
     * When the first bar opens that can be traded in; if history ends amid bars, when it ends.
     *
     * @return nanoseconds since the epoch; 0 if there is no bar.
     */
    @Override
    public long firstTimeNs() {
        return firstTimeNs == Long.MAX_VALUE ? 0 : firstTimeNs;
    }

    @Override
    public boolean next() {
        if (current != null && heapSize > 0) {
            advance();
        }
        if (heapSize == 0) {
            return false;
        }
        current = heap[0];
        isOpening = !current.opened;
        return true;
    }

    private void advance() {
        if (current.opened) {
            advance(current, !current.isTradable);
        } else {
            current.begin(true);
            siftDown(0);
        }
    }

    private void advance(final Lane first, final boolean isOpen) {
        if (first.bar.next()) {
            first.begin(isOpen);
        } else {
            heap[0] = heap[--heapSize];
        }
        siftDown(0);
    }

    /** Opens the bar at the top, if it comes first again with its close. */
    private boolean closesNext() {
        current.begin(true);
        final boolean isNext =
                !(heapSize > 1 && heap[1].isBefore(current) || heapSize > 2 && heap[2].isBefore(current));
        if (!isNext) {
            current.begin(false);
        }
        return isNext;
    }

    @Override
    public long timeNs() {
        return current.timeNs;
    }

    @Override
    public boolean deliverTo(final SimulatedVenue venue) {
        if (isOpening) {
            venue.openBar(current.instrumentId, current.bar);
            return true;
        }
        if (!current.isTradable) {
            venue.publishBar(current.instrumentId, current.bar, current.timeNs);
            return true;
        }
        if (!extremesReached && venue.reachExtremes(current.instrumentId, current.bar)) {
            extremesReached = true;
            return false;
        }
        extremesReached = false;
        venue.closeBar(current.instrumentId, current.bar);
        return true;
    }

    /** A bar that opens closes in the same step if no other opens or closes between, nothing is due, and no order meets it. */
    @Override
    public boolean deliverJoined(final SimulatedVenue venue) {
        if (isOpening && venue.nextDueNs() > current.bar.closeTimeNs() && closesNext()) {
            if (venue.passBar(current.instrumentId, current.bar)) {
                isOpening = false;
                return true;
            }
            current.begin(false);
        }
        return deliverTo(venue);
    }

    @Override
    public boolean isBar() {
        return !isOpening;
    }

    /**
     * Whether the bar opens in this step, and does not close in it.
     *
     * @return false if it closes.
     */
    public boolean isOpening() {
        return isOpening;
    }

    /**
     * Whose bar it is.
     *
     * @return dense id.
     */
    public int instrumentId() {
        return current.instrumentId;
    }

    /**
     * The bar.
     *
     * @return its source, standing on it.
     */
    public BarSource bar() {
        return current.bar;
    }

    private void siftDown(final int start) {
        int parent = start;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= heapSize) {
                return;
            }
            if (child + 1 < heapSize && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(heap[parent])) {
                return;
            }
            final Lane lane = heap[parent];
            heap[parent] = heap[child];
            heap[child] = lane;
            parent = child;
        }
    }

    /** Closes every source. */
    @Override
    public void close() {
        for (final Lane lane : lanes) {
            lane.bar.close();
        }
    }
}
