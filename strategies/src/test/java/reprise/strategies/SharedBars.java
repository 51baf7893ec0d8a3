package reprise.strategies;

import java.util.List;
import reprise.number.Decimals;
import reprise.testkit.SharedFiles;

/** Real bars from a folder {@code shared} beside the project, prices in cents; tests that need them are skipped where it is absent. */
record SharedBars(long[] open, long[] high, long[] low, long[] close) {
    static SharedBars btcFiveMinutes() {
        return read("data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv");
    }

    private static SharedBars read(final String name) {
        final List<String[]> rows = SharedFiles.lines(name).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        return new SharedBars(column(rows, 1), column(rows, 2), column(rows, 3), column(rows, 4));
    }

    private static long[] column(final List<String[]> rows, final int index) {
        return rows.stream().mapToLong(row -> Decimals.parse(row[index], 2)).toArray();
    }

    int count() {
        return close.length;
    }
}
