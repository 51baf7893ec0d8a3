package reprise.alpaca.market;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private final Entry[] slots;
    private final int mask;

    /** What decoding needs to know of an instrument. */
    record Entry(
            byte[] symbol, int instrumentId, int priceDecimals, int quantityDecimals, long maxPrice, long maxQuantity) {
        private boolean matches(final byte[] text, final int start, final int length) {
            if (length != symbol.length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (symbol[i] != text[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A table.
     *
     * @param instruments of it.
     */
    public SymbolTable(final List<InstrumentDefinition> instruments) {
        mask = Integer.highestOneBit(4 * instruments.size() + 2) * 2 - 1;
        slots = new Entry[mask + 1];
        for (final InstrumentDefinition instrument : instruments) {
            final byte[] symbol = instrument.symbol().getBytes(StandardCharsets.UTF_8);
            int slot = hash(symbol, 0, symbol.length) & mask;
            while (slots[slot] != null) {
                slot = slot + 1 & mask;
            }
            slots[slot] = new Entry(
                    symbol,
                    instrument.instrumentId(),
                    instrument.priceDecimals(),
                    instrument.quantityDecimals(),
                    limit(MOST_EXPENSIVE, instrument.priceDecimals()),
                    limit(MOST_PIECES, instrument.quantityDecimals()));
        }
    }

    private static long limit(final long whole, final int decimals) {
        final long one = Decimals.powerOfTen(decimals);
        return whole > MOST_UNITS / one ? MOST_UNITS : whole * one;
    }

    /** The instrument of a symbol, or null. */
    Entry find(final byte[] text, final int start, final int length) {
        int slot = hash(text, start, length) & mask;
        while (slots[slot] != null) {
            if (slots[slot].matches(text, start, length)) {
                return slots[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    private static int hash(final byte[] text, final int start, final int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 15;
    }
}
