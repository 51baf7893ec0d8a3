package reprise.app.wiring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import reprise.market.InstrumentDefinition;
import reprise.research.screening.PriceSeries;
import reprise.simulation.data.BarFiles;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.DataException;
import reprise.simulation.data.DataInspector;
import reprise.simulation.data.DataReport;
import reprise.simulation.market.BarSource;

/** The closes of one file, or of a made-up market. */
record PriceStretch(String source, long[] timesNs, double[] prices) {
    private static final int MADE_UP_DECIMALS = 4;
    private static final int FIRST_LENGTH = 1_024;

    static PriceStretch of(final Path file, final MarketData.Reading reading) {
        final DataReport report = DataInspector.inspect(file, reading.forDecimals(0, 0));
        try (BarReader bars = BarFiles.open(file, reading.forDecimals(report.priceDecimals(), 0))) {
            return closes(file.toString(), bars, report.priceDecimals());
        }
    }

    static PriceStretch madeUp(final String symbol, final String argument, final int number) {
        final SyntheticArguments arguments = new SyntheticArguments(argument);
        final InstrumentDefinition instrument =
                new InstrumentDefinition(number, 0, symbol, symbol, "USD", MADE_UP_DECIMALS, MADE_UP_DECIMALS, 1, 1, 0);
        try (BarSource bars = arguments.bars(arguments.market(), instrument, List.of(instrument))) {
            return closes(argument, bars, MADE_UP_DECIMALS);
        }
    }

    private static PriceStretch closes(final String source, final BarSource bars, final int decimals) {
        final double scale = StrictMath.pow(10, decimals);
        long[] times = new long[FIRST_LENGTH];
        double[] prices = new double[FIRST_LENGTH];
        int length = 0;
        while (bars.next()) {
            if (length == times.length) {
                times = Arrays.copyOf(times, 2 * length);
                prices = Arrays.copyOf(prices, 2 * length);
            }
            times[length] = bars.closeTimeNs();
            prices[length++] = bars.closePrice() / scale;
        }
        if (length == 0) {
            throw new DataException(source + ": no bar in it");
        }
        return new PriceStretch(source, Arrays.copyOf(times, length), Arrays.copyOf(prices, length));
    }

    long firstNs() {
        return timesNs[0];
    }

    long lastNs() {
        return timesNs[timesNs.length - 1];
    }

    /** One series of stretches that follow one another. */
    static PriceSeries join(final String symbol, final List<PriceStretch> parts) {
        try {
            return new PriceSeries(
                    symbol,
                    parts.stream()
                            .flatMapToLong(part -> LongStream.of(part.timesNs))
                            .toArray(),
                    parts.stream()
                            .flatMapToDouble(part -> DoubleStream.of(part.prices))
                            .toArray());
        } catch (final IllegalArgumentException e) {
            throw new DataException(parts.get(0).source() + ": " + e.getMessage(), e);
        }
    }
}
