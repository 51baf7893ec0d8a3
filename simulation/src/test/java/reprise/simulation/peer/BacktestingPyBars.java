package reprise.simulation.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import reprise.simulation.BarList;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/**
 * A file of backtesting.py's bars.
 *
 * @param rows time, open, high, low, close and more.
 * @param decimals of our prices.
 * @param periodNs of a bar.
 */
record BacktestingPyBars(List<String[]> rows, int decimals, long periodNs) {
    static BacktestingPyBars read(final String name, final int decimals, final long periodNs) {
        return new BacktestingPyBars(
                SharedFiles.lines("data/backtesting.py/" + name).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .toList(),
                decimals,
                periodNs);
    }

    /** The bars whose time begins as it should. */
    BacktestingPyBars where(final Predicate<String> time) {
        return new BacktestingPyBars(
                rows.stream().filter(row -> time.test(row[0])).toList(), decimals, periodNs);
    }

    int count() {
        return rows.size();
    }

    private BarList source() {
        final BarList bars = new BarList(periodNs);
        for (final String[] row : rows) {
            final String time = row[0].length() == 10 ? row[0] + " 00:00:00" : row[0];
            PeerBars.add(bars, PeerBars.timeNs(time), row, 1, decimals);
        }
        return bars;
    }

    long[] opens() {
        return rows.stream().mapToLong(row -> PeerBars.scaled(row[1], decimals)).toArray();
    }

    /** A column of prices as doubles: 1 for opens to 4 for closes. */
    double[] column(final int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }

    double[] closes() {
        return column(4);
    }

    long[] days() {
        return rows.stream()
                .mapToLong(row -> LocalDate.parse(row[0]).toEpochDay())
                .toArray();
    }

    /** With 10,000 of cash. */
    PeerRun run(final VenueConfig venue, final PeerStrategy strategy) {
        return new PeerRun(venue, "10000")
                .instrument("ABC", decimals, 0, source())
                .play(strategy);
    }
}
