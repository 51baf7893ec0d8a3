package reprise.simulation.backtest;

import java.util.Arrays;
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
    private final BarSource[] sources;
    private final int[] instrumentIds;
    private final boolean[] tradable;
    private final boolean[] opened;
    private final int[] heap;
    private final FeedHistory history;
    private int heapSize;
    private boolean started;
    private boolean extremesReached;
    private long firstTimeNs;
    private long stepTimeNs;
    private int instrumentId;
    private BarSource bar;
    private boolean isOpening;
    private boolean isTradable;

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
        sources = new BarSource[count];
        instrumentIds = new int[count];
        tradable = new boolean[count];
        opened = new boolean[count];
        heap = new int[count];
        firstTimeNs = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            sources[i] = inputs.get(i).source();
            instrumentIds[i] = inputs.get(i).instrumentId();
            if (sources[i].next()) {
                heap[heapSize++] = i;
                firstTimeNs = Math.min(firstTimeNs, sources[i].openTimeNs());
            }
        }
        for (int i = 0; i < heapSize; i++) {
            tradable[heap[i]] = isShortest(heap[i]);
        }
        history = new FeedHistory(warmup, instrumentIds);
        takeHistory();
        for (int i = 0; i < heapSize; i++) {
            opened[heap[i]] = !tradable[heap[i]] || sources[heap[i]].openTimeNs() < history.endNs();
        }
        heapify();
        if (history.endNs() > 0) {
            firstTimeNs = heapSize > 0 && !opened[heap[0]] ? timeNs(heap[0]) : history.endNs();
        }
    }

    private void takeHistory() {
        Arrays.fill(opened, true);
        heapify();
        while (heapSize > 0 && history.takes(sources[heap[0]])) {
            history.add(heap[0], sources[heap[0]]);
            if (!sources[heap[0]].next()) {
                heap[0] = heap[--heapSize];
            }
            siftDown(0);
        }
    }

    private void heapify() {
        for (int i = heapSize / 2; i >= 0; i--) {
            siftDown(i);
        }
    }

    private boolean isShortest(final int index) {
        for (int i = 0; i < heapSize; i++) {
            final int other = heap[i];
            if (instrumentIds[other] == instrumentIds[index] && sources[other].periodNs() < sources[index].periodNs()) {
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
        if (started && heapSize > 0) {
            advance(heap[0]);
        }
        started = true;
        if (heapSize == 0) {
            return false;
        }
        final int index = heap[0];
        instrumentId = instrumentIds[index];
        bar = sources[index];
        isOpening = !opened[index];
        isTradable = tradable[index];
        stepTimeNs = isOpening ? bar.openTimeNs() : bar.closeTimeNs();
        return true;
    }

    private void advance(final int index) {
        if (!opened[index]) {
            opened[index] = true;
        } else if (sources[index].next()) {
            opened[index] = !tradable[index];
        } else {
            heap[0] = heap[--heapSize];
        }
        siftDown(0);
    }

    @Override
    public long timeNs() {
        return stepTimeNs;
    }

    @Override
    public boolean deliverTo(final SimulatedVenue venue) {
        if (isOpening) {
            venue.openBar(instrumentId, bar);
            return true;
        }
        if (!isTradable) {
            venue.publishBar(instrumentId, bar, stepTimeNs);
            return true;
        }
        if (!extremesReached && venue.reachExtremes(instrumentId, bar)) {
            extremesReached = true;
            return false;
        }
        extremesReached = false;
        venue.closeBar(instrumentId, bar);
        return true;
    }

    @Override
    public boolean isBar() {
        return !isOpening();
    }

    @Override
    public boolean isHeard() {
        return !isOpening();
    }

    /**
     * Whether the bar opens in this step.
     *
     * @return false if it closes.
     */
    public boolean isOpening() {
        return isOpening;
    }

    /**
     * Whether orders trade in this bar.
     *
     * @return false if a shorter bar of the instrument is what orders trade in.
     */
    public boolean isTradable() {
        return isTradable;
    }

    /**
     * Whose bar it is.
     *
     * @return dense id.
     */
    public int instrumentId() {
        return instrumentId;
    }

    /**
     * The bar.
     *
     * @return its source, standing on it.
     */
    public BarSource bar() {
        return bar;
    }

    private long timeNs(final int index) {
        return opened[index] ? sources[index].closeTimeNs() : sources[index].openTimeNs();
    }

    private void siftDown(final int start) {
        int parent = start;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= heapSize) {
                return;
            }
            if (child + 1 < heapSize && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], heap[parent])) {
                return;
            }
            final int index = heap[parent];
            heap[parent] = heap[child];
            heap[child] = index;
            parent = child;
        }
    }

    private boolean isBefore(final int a, final int b) {
        final long timeA = timeNs(a);
        final long timeB = timeNs(b);
        if (timeA != timeB) {
            return timeA < timeB;
        }
        if (opened[a] != opened[b]) {
            return opened[a];
        }
        return instrumentIds[a] != instrumentIds[b] ? instrumentIds[a] < instrumentIds[b] : a < b;
    }

    /** Closes every source. */
    @Override
    public void close() {
        for (final BarSource source : sources) {
            source.close();
        }
    }
}
