package reprise.app.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import reprise.app.config.ConfigException;
import reprise.app.output.TextTable;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;
import reprise.number.Decimals;
import reprise.simulation.data.BarFiles;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.DataInspector;
import reprise.simulation.data.DataReport;

/** The bars of a file and the values of indicators on them, computed as strategies get them. */
final class IndicatorValues {
    private static final MathContext SHOWN = new MathContext(10);
    private static final long NANOS = 1_000_000_000L;

    private final Path file;
    private final ReadingOptions reading;
    private final List<String> expressions;
    private final List<Line> lines = new ArrayList<>();
    private final Indicators indicators;
    private final InstrumentDefinition definition;

    IndicatorValues(final Path file, final ReadingOptions reading, final List<String> expressions) {
        this.file = file;
        this.reading = reading;
        this.expressions = expressions;
        final DataReport report = DataInspector.inspect(file, reading.overrides());
        final Instruments instruments = new Instruments();
        definition = new InstrumentDefinition(
                0, 0, "DATA", "DATA", "DATA", report.priceDecimals(), report.volumeDecimals(), 1, 1, 0);
        final Instrument instrument = instruments.define(definition);
        indicators = new Indicators(instruments, IndicatorCatalog.shipped());
        for (final String expression : expressions) {
            lines.add(demand(instrument, expression));
        }
    }

    private Line demand(final Instrument instrument, final String expression) {
        try {
            return indicators.demand(instrument, expression);
        } catch (final IllegalArgumentException | IllegalStateException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    /** All bars as CSV, or the last ones as a table. */
    void print(final PrintStream out, final boolean csv, final int last) {
        final List<String> header = new ArrayList<>(List.of("time", "open", "high", "low", "close", "volume"));
        header.addAll(expressions);
        final Deque<String[]> rows = new ArrayDeque<>();
        if (csv) {
            out.println(String.join(
                    ",", header.stream().map(IndicatorValues::quoted).toList()));
        }
        try (BarReader bars =
                BarFiles.open(file, reading.forDecimals(definition.priceDecimals(), definition.quantityDecimals()))) {
            while (bars.next()) {
                take(bars);
                if (csv) {
                    out.println(String.join(",", row(bars, true)));
                } else {
                    rows.addLast(row(bars, false));
                    if (rows.size() > last) {
                        rows.removeFirst();
                    }
                }
            }
        }
        if (!csv) {
            final TextTable table = new TextTable(header.toArray(String[]::new));
            rows.forEach(table::row);
            out.print(table);
        }
    }

    private void take(final BarReader bars) {
        indicators.onHistoricalBar(
                0,
                bars.closeTimeNs(),
                bars.periodNs(),
                bars.openPrice(),
                bars.highPrice(),
                bars.lowPrice(),
                bars.closePrice(),
                bars.volume());
    }

    private String[] row(final BarReader bars, final boolean allDigits) {
        final List<String> cells = new ArrayList<>();
        cells.add(Instant.ofEpochSecond(bars.closeTimeNs() / NANOS, bars.closeTimeNs() % NANOS)
                .toString());
        for (final long price : new long[] {bars.openPrice(), bars.highPrice(), bars.lowPrice(), bars.closePrice()}) {
            cells.add(Decimals.format(price, definition.priceDecimals()));
        }
        cells.add(Decimals.format(bars.volume(), definition.quantityDecimals()));
        for (final Line line : lines) {
            cells.add(line.isReady() ? text(line.value(), allDigits) : "");
        }
        return cells.toArray(String[]::new);
    }

    private static String text(final double value, final boolean allDigits) {
        return allDigits || Double.isNaN(value)
                ? Double.toString(value)
                : new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    private static String quoted(final String name) {
        return name.contains(",") ? '"' + name + '"' : name;
    }
}
