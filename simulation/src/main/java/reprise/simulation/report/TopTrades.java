package reprise.simulation.report;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import reprise.simulation.results.Trade;

/** Of all trades those that mattered most: the ones still open, then by the size of what they won or lost. As many as there is room for. */
final class TopTrades {
    private static final Comparator<Trade> BY_WEIGHT = Comparator.comparing(Trade::isOpen)
            .thenComparingLong(trade -> Math.abs(trade.pnl()))
            .thenComparing(Comparator.comparingLong(Trade::number).reversed());

    private final int limit;
    private final PriorityQueue<Trade> kept = new PriorityQueue<>(BY_WEIGHT);
    private long count;

    TopTrades(final int limit) {
        this.limit = limit;
    }

    void add(final Trade trade) {
        count++;
        kept.add(trade);
        if (kept.size() > limit) {
            kept.poll();
        }
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** In order of their numbers. */
    List<Trade> trades() {
        return kept.stream().sorted(Comparator.comparingLong(Trade::number)).toList();
    }
}
