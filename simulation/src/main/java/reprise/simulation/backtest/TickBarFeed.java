package reprise.simulation.backtest;

import java.util.Arrays;
import java.util.List;
import reprise.bar.BarInput;
import reprise.message.EngineEvents;
import reprise.simulation.market.TickSource;
import reprise.simulation.venue.SimulatedVenue;

/**
 * Ticks, and the bars that form of them: at the end of each span of time that had a price the bar is told, a step of its own, before any tick
 * of the same moment. So bars are events like others, for strategies, for what is measured and for the journal. Nothing trades in them. A span
 * without a price has no bar. The last bar is told at its end, though the data may end before it.
 *
 * <p>Bars are of trades, or of the middle of what the venue displays, where it is not crossed and has two sides: as it stands when time moves
 * on, so what changes in steps at one moment is looked at when all of them are done. Bars of middles have no volume.
 *
 * <p>A cursor, single-threaded; constant memory, allocates nothing per step.
 */
public final class TickBarFeed implements MarketFeed {
    private static final long NEVER = Long.MAX_VALUE;

    private final TickFeed ticks;
    private final boolean[] ofTrades;
    private final boolean[] changed;
    private final FormedBar[] bars;
    private SimulatedVenue venue;
    private boolean anyChanged;
    private boolean started;
    private boolean ahead;
    private FormedBar told;
    private int toldId;
    private long tickTimeNs;
    private long nextEndNs = NEVER;

    /**
     * A feed before its first step.
     *
     * @param ticks of all instruments, before their first step; closed with this.
     * @param inputs by dense instrument id: TRADES or QUOTES.
     * @param periodNs how long bars are, in nanoseconds; spans follow one another since Monday 1970-01-05, midnight UTC.
     */
    public TickBarFeed(final TickFeed ticks, final List<BarInput> inputs, final long periodNs) {
        this.ticks = ticks;
        ofTrades = new boolean[inputs.size()];
        changed = new boolean[inputs.size()];
        bars = new FormedBar[inputs.size()];
        for (int i = 0; i < bars.length; i++) {
            ofTrades[i] = inputs.get(i) == BarInput.TRADES;
            bars[i] = new FormedBar(periodNs);
        }
    }

    @Override
    public long firstTimeNs() {
        return ticks.firstTimeNs();
    }

    /** Ticks come without a history. */
    @Override
    public long tellHistory(final EngineEvents events) {
        return ticks.tellHistory(events);
    }

    @Override
    public boolean next() {
        if (told != null) {
            told.clear();
            told = null;
            findNextEnd();
        } else if (!started || ahead) {
            started = true;
            ahead = ticks.next();
        }
        final long aheadNs = ahead ? ticks.timeNs() : NEVER;
        if (anyChanged && aheadNs > tickTimeNs) {
            addMiddles();
        }
        if (nextEndNs <= aheadNs && nextEndNs != NEVER) {
            findTold();
            return true;
        }
        return ahead;
    }

    private void addMiddles() {
        for (int id = 0; id < bars.length; id++) {
            final long middle = changed[id] ? venue.view().middlePrice(id) : 0;
            if (middle > 0) {
                add(id, middle, 0);
            }
        }
        Arrays.fill(changed, false);
        anyChanged = false;
    }

    private void add(final int id, final long price, final long quantity) {
        bars[id].add(tickTimeNs, price, quantity);
        nextEndNs = Math.min(nextEndNs, bars[id].closeTimeNs());
    }

    private void findNextEnd() {
        nextEndNs = NEVER;
        for (final FormedBar bar : bars) {
            if (!bar.isEmpty()) {
                nextEndNs = Math.min(nextEndNs, bar.closeTimeNs());
            }
        }
    }

    private void findTold() {
        toldId = 0;
        while (bars[toldId].isEmpty() || bars[toldId].closeTimeNs() != nextEndNs) {
            toldId++;
        }
        told = bars[toldId];
    }

    @Override
    public long timeNs() {
        return told == null ? ticks.timeNs() : told.closeTimeNs();
    }

    @Override
    public boolean deliverTo(final SimulatedVenue newVenue) {
        venue = newVenue;
        if (told != null) {
            venue.publishBar(toldId, told, told.closeTimeNs());
            return true;
        }
        tickTimeNs = ticks.timeNs();
        final boolean done = ticks.deliverTo(venue);
        final TickSource tick = ticks.tick();
        final int id = ticks.instrumentId();
        final TickSource.Kind kind = tick.kind();
        if (kind == TickSource.Kind.TRADE && ofTrades[id]) {
            add(id, tick.price(), tick.quantity());
        } else if (!ofTrades[id] && (kind == TickSource.Kind.QUOTE || kind == TickSource.Kind.LEVEL)) {
            changed[id] = true;
            anyChanged = true;
        }
        return done;
    }

    @Override
    public boolean isBar() {
        return told != null;
    }

    @Override
    public void close() {
        ticks.close();
    }
}
