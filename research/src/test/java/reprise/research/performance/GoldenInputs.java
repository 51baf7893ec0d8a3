package reprise.research.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import reprise.testkit.SharedFiles;

/** Curves, trades and matrices that the reference values were computed of. */
final class GoldenInputs {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private GoldenInputs() {}

    static EquityCurve curve(final String name) {
        final List<String[]> rows = rows("equity/" + name + ".csv");
        return EquityCurve.of(rows.stream().mapToLong(row -> timeNs(row[0])).toArray(), column(rows, 1));
    }

    /** One array a column. */
    static List<double[]> matrix(final String path) {
        final List<String[]> rows = rows(path.replace("inputs/", ""));
        return IntStream.range(1, rows.get(0).length)
                .mapToObj(column -> column(rows, column))
                .toList();
    }

    static double[] column(final List<String[]> rows, final int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    static List<String[]> rows(final String path) {
        return SharedFiles.lines("golden/inputs/" + path).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    static double[] returns(final double[] prices) {
        final long[] timesNs = new long[prices.length];
        Arrays.setAll(timesNs, i -> i);
        return EquityCurve.of(timesNs, prices).returns();
    }

    static long timeNs(final String text) {
        if (text.length() == "2024-01-01".length()) {
            return LocalDate.parse(text).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC) * NS_PER_SECOND;
        }
        return Instant.parse(text.endsWith("Z") ? text : text + "Z").getEpochSecond() * NS_PER_SECOND;
    }
}
