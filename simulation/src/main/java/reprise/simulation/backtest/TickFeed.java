package reprise.simulation.backtest;

import java.util.List;
import reprise.message.EngineEvents;
import reprise.simulation.market.TickSource;
import reprise.simulation.venue.SimulatedVenue;

/**
 * Several sources of quotes, trades and levels as one stream in time; at one time the sources in the order given. Constant memory, allocates
 * nothing per step. For a handful of sources: each step looks at all of them.
 */
public final class TickFeed implements MarketFeed {
    private final TickSource[] sources;
    private final int[] instrumentIds;
    private final boolean[] alive;
    private final long firstTimeNs;
    private int current = -1;

    /**
     * A feed before its first step; reads the first tick of each source.
     *
     * @param inputs sources.
     */
    public TickFeed(final List<InstrumentTicks> inputs) {
        sources = new TickSource[inputs.size()];
        instrumentIds = new int[inputs.size()];
        alive = new boolean[inputs.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = inputs.get(i).source();
            instrumentIds[i] = inputs.get(i).instrumentId();
            alive[i] = sources[i].next();
        }
        final int earliest = earliest();
        firstTimeNs = earliest < 0 ? 0 : sources[earliest].timeNs();
    }

    private int earliest() {
        int earliest = -1;
        for (int i = 0; i < sources.length; i++) {
            if (alive[i] && (earliest < 0 || sources[i].timeNs() < sources[earliest].timeNs())) {
                earliest = i;
            }
        }
        return earliest;
    }

    @Override
    public long firstTimeNs() {
        return firstTimeNs;
    }

    /** Ticks come without a history. */
    @Override
    public long tellHistory(final EngineEvents events) {
        return 0;
    }

    @Override
    public boolean next() {
        if (current >= 0) {
            alive[current] = sources[current].next();
        }
        current = earliest();
        return current >= 0;
    }

    @Override
    public long timeNs() {
        return sources[current].timeNs();
    }

    @Override
    public boolean deliverTo(final SimulatedVenue venue) {
        final TickSource tick = sources[current];
        final int id = instrumentIds[current];
        switch (tick.kind()) {
            case QUOTE ->
                venue.quote(
                        id, tick.timeNs(), tick.bidPrice(), tick.bidQuantity(), tick.askPrice(), tick.askQuantity());
            case TRADE -> venue.trade(id, tick.timeNs(), tick.price(), tick.quantity(), tick.aggressor());
            case LEVEL -> venue.bookLevel(id, tick.timeNs(), tick.side(), tick.price(), tick.quantity());
            case CLEARED -> venue.bookCleared(id, tick.timeNs());
            case STATUS -> venue.instrumentStatus(id, tick.timeNs(), tick.status());
            default -> throw new IllegalStateException("no such tick: " + tick.kind());
        }
        return true;
    }

    /** What happens in this step. */
    TickSource tick() {
        return sources[current];
    }

    /** Whose tick it is. */
    int instrumentId() {
        return instrumentIds[current];
    }

    @Override
    public boolean isBar() {
        return false;
    }

    @Override
    public void close() {
        for (final TickSource source : sources) {
            source.close();
        }
    }
}
