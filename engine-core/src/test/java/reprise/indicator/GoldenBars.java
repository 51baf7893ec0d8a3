package reprise.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;

/** The bars of a reference set as an instrument sees them: prices in the fewest decimals that hold them all exactly. */
final class GoldenBars {
    private static final String[] PRICES = {"open", "high", "low", "close"};

    private final Instrument instrument;
    private final long[][] prices = new long[PRICES.length][];
    private final long[] volumes;
    private final long[] timesNs;
    private final int count;

    private GoldenBars(final GoldenTable table) {
        final BigDecimal[][] exact = new BigDecimal[PRICES.length][];
        for (int i = 0; i < PRICES.length; i++) {
            exact[i] = decimals(table, PRICES[i]);
        }
        final int priceDecimals = scale(Arrays.stream(exact).flatMap(Stream::of));
        for (int i = 0; i < PRICES.length; i++) {
            prices[i] = units(exact[i], priceDecimals);
        }
        final BigDecimal[] traded = decimals(table, "volume");
        final int quantityDecimals = scale(Arrays.stream(traded));
        volumes = units(traded, quantityDecimals);
        timesNs =
                Arrays.stream(table.texts("time")).mapToLong(GoldenBars::nanos).toArray();
        count = table.rowCount();
        instrument = new Instrument(
                new InstrumentDefinition(0, 0, "GOLDEN", "X", "USD", priceDecimals, quantityDecimals, 1, 1, 0));
    }

    private static BigDecimal[] decimals(final GoldenTable table, final String column) {
        return Arrays.stream(table.texts(column)).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    /** The fewest decimals that hold all values exactly. */
    private static int scale(final Stream<BigDecimal> values) {
        return values.mapToInt(value -> Math.max(0, value.stripTrailingZeros().scale()))
                .max()
                .orElseThrow();
    }

    private static long[] units(final BigDecimal[] values, final int decimals) {
        return Arrays.stream(values)
                .mapToLong(value -> value.setScale(decimals).unscaledValue().longValueExact())
                .toArray();
    }

    /** Days, local times and instants; local ones are taken for UTC, which keeps the days apart. */
    private static long nanos(final String time) {
        final String instant = time.length() == 10 ? time + "T00:00:00Z" : time.endsWith("Z") ? time : time + "Z";
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
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

    Instrument instrument() {
        return instrument;
    }

    /** Open, high, low, close and volume of a bar. */
    long[] units(final int index) {
        return new long[] {prices[0][index], prices[1][index], prices[2][index], prices[3][index], volumes[index]};
    }

    /** The instrument, after its bar of that index closed; bars are stamped a moment after the beginning that the file gives. */
    Instrument at(final int index) {
        instrument.onBar(
                timesNs[index] + 1,
                1,
                prices[0][index],
                prices[1][index],
                prices[2][index],
                prices[3][index],
                volumes[index]);
        return instrument;
    }
}
