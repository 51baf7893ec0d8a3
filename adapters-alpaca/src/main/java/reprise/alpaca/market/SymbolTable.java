package reprise.alpaca.market;

import java.util.List;
import reprise.alpaca.json.WordTable;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;

/**
 * Instruments by the bytes of their symbols, and what is beyond all reason for each: a price of more than a hundred million, a quantity of more
 * than a trillion, or either of more than 10^17 units of its scale. Immutable; allocates nothing once made.
 */
public final class SymbolTable {
    private static final long MOST_EXPENSIVE = 100_000_000;
    private static final long MOST_UNITS = 100_000_000_000_000_000L;
    private static final long MOST_PIECES = 1_000_000_000_000L;

    private final WordTable<Entry> entries;

    /** What decoding needs to know of an instrument. */
    record Entry(
            String symbol, int instrumentId, int priceDecimals, int quantityDecimals, long maxPrice, long maxQuantity) {
        private static Entry of(final InstrumentDefinition instrument) {
            return new Entry(
                    instrument.symbol(),
                    instrument.instrumentId(),
                    instrument.priceDecimals(),
                    instrument.quantityDecimals(),
                    limit(MOST_EXPENSIVE, instrument.priceDecimals()),
                    limit(MOST_PIECES, instrument.quantityDecimals()));
        }
    }

    /**
     * A table.
     *
     * @param instruments of it.
     */
    public SymbolTable(final List<InstrumentDefinition> instruments) {
        entries = new WordTable<>(instruments.stream().map(Entry::of).toList(), Entry::symbol);
    }

    private static long limit(final long whole, final int decimals) {
        final long one = Decimals.powerOfTen(decimals);
        return whole > MOST_UNITS / one ? MOST_UNITS : whole * one;
    }

    /** The instrument of a symbol, or null. */
    Entry find(final byte[] text, final int start, final int length) {
        return entries.find(text, start, length);
    }
}
