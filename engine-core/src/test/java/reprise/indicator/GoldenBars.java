package reprise.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;

/** The bars of a reference set as an instrument sees them: prices in the fewest decimals that hold them all exactly. */
final class GoldenBars {
    private static final String[] PRICES = {"open", "high", "low", "close"};

    private final Instrument instrument;
    private final long[][] prices = new long[PRICES.length][];
    private final int count;

    private GoldenBars(final GoldenTable table) {
        final BigDecimal[][] exact = new BigDecimal[PRICES.length][];
        for (int i = 0; i < PRICES.length; i++) {
            exact[i] =
                    Arrays.stream(table.texts(PRICES[i])).map(BigDecimal::new).toArray(BigDecimal[]::new);
        }
        final int decimals = Arrays.stream(exact)
                .flatMap(Stream::of)
                .mapToInt(price -> Math.max(0, price.stripTrailingZeros().scale()))
                .max()
                .orElseThrow();
        for (int i = 0; i < PRICES.length; i++) {
            prices[i] = Arrays.stream(exact[i])
                    .mapToLong(price -> price.setScale(decimals).unscaledValue().longValueExact())
                    .toArray();
        }
        count = table.rowCount();
        instrument = new Instrument(new InstrumentDefinition(0, 0, "GOLDEN", "X", "USD", decimals, 0, 1, 1, 0));
    }

    static GoldenBars of(final String barSet) {
        return new GoldenBars(GoldenTable.read("golden/inputs/bars/" + barSet + ".csv"));
    }

    static GoldenBars ofEdge(final String edgeSet) {
        return new GoldenBars(GoldenTable.read("golden/inputs/edge/" + edgeSet + ".csv"));
    }

    int count() {
        return count;
    }

    /** The instrument, after its bar of that index closed. */
    Instrument at(final int index) {
        instrument.onBar(index + 1L, 1, prices[0][index], prices[1][index], prices[2][index], prices[3][index], 0);
        return instrument;
    }
}
