package reprise.simulation.remote;

import java.util.Map;
import reprise.message.Templates;

/** How many events of some kinds a journal has on record up to one of them. Single-threaded. */
public final class EventCounts {
    private static final String MARKET_EVENTS = "marketEvents";
    private static final String BARS = "bars";
    private static final String HISTORICAL_BARS = "historicalBars";

    private long marketEvents;
    private long bars;
    private long historicalBars;

    /**
     * Reads what {@link #facts()} gave.
     *
     * @param facts these and others.
     * @return null if they are not among the facts.
     */
    public static EventCounts of(final Map<String, String> facts) {
        if (!facts.containsKey(MARKET_EVENTS) || !facts.containsKey(BARS) || !facts.containsKey(HISTORICAL_BARS)) {
            return null;
        }
        final EventCounts counts = new EventCounts();
        counts.marketEvents = Long.parseLong(facts.get(MARKET_EVENTS));
        counts.bars = Long.parseLong(facts.get(BARS));
        counts.historicalBars = Long.parseLong(facts.get(HISTORICAL_BARS));
        return counts;
    }

    /**
     * What is kept of them beside a snapshot.
     *
     * @return by name.
     */
    public Map<String, String> facts() {
        return Map.of(
                MARKET_EVENTS,
                Long.toString(marketEvents),
                BARS,
                Long.toString(bars),
                HISTORICAL_BARS,
                Long.toString(historicalBars));
    }

    /**
     * Takes over the counts of another.
     *
     * @param other which goes on by itself.
     */
    public void set(final EventCounts other) {
        marketEvents = other.marketEvents;
        bars = other.bars;
        historicalBars = other.historicalBars;
    }

    /**
     * Counts an event.
     *
     * @param templateId from its envelope; 0 for none.
     */
    public void count(final int templateId) {
        marketEvents += Templates.isMarketEvent(templateId) ? 1 : 0;
        bars += templateId == Templates.BAR_CLOSED ? 1 : 0;
        historicalBars += templateId == Templates.HISTORICAL_BAR ? 1 : 0;
    }

    /**
     * Those of the market, which a venue need not tell again.
     *
     * @return how many.
     */
    public long marketEvents() {
        return marketEvents;
    }

    /**
     * Bars that closed.
     *
     * @return how many.
     */
    public long bars() {
        return bars;
    }

    /**
     * Bars that were told before the first that closed.
     *
     * @return how many.
     */
    public long historicalBars() {
        return historicalBars;
    }
}
