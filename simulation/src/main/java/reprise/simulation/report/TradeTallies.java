package reprise.simulation.report;

import java.util.Map;
import java.util.TreeMap;
import reprise.simulation.results.Trade;

/** What trades came to, by strategy and instrument. */
final class TradeTallies {
    private final Map<Cell, TradeTally> cells = new TreeMap<>();

    /**
     * A strategy in an instrument.
     *
     * @param instrumentId dense, from 0.
     * @param strategyId 0 for the operator and for what the venue reported.
     */
    record Cell(int instrumentId, int strategyId) implements Comparable<Cell> {
        @Override
        public int compareTo(final Cell other) {
            return instrumentId == other.instrumentId
                    ? Integer.compare(strategyId, other.strategyId)
                    : Integer.compare(instrumentId, other.instrumentId);
        }
    }

    void add(final Trade trade) {
        cells.computeIfAbsent(new Cell(trade.instrumentId(), trade.strategyId()), key -> new TradeTally())
                .add(trade);
    }

    /** In order of instruments, then strategies. */
    Map<Cell, TradeTally> cells() {
        return cells;
    }

    /** In order of instruments. */
    Map<Integer, TradeTally> byInstrument() {
        final Map<Integer, TradeTally> sums = new TreeMap<>();
        cells.forEach((cell, tally) -> sums.computeIfAbsent(cell.instrumentId(), key -> new TradeTally())
                .add(tally));
        return sums;
    }
}
