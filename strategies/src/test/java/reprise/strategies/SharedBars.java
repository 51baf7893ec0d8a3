package reprise.strategies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import reprise.number.Decimals;

/** Real bars from a folder {@code shared} beside the project, prices in cents; tests that need them are skipped where it is absent. */
record SharedBars(long[] open, long[] high, long[] low, long[] close) {
    static SharedBars btcFiveMinutes() {
        return read("data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz");
    }

    private static SharedBars read(final String name) {
        final List<String[]> rows = lines(shared().resolve(name)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        return new SharedBars(column(rows, 1), column(rows, 2), column(rows, 3), column(rows, 4));
    }

    private static long[] column(final List<String[]> rows, final int index) {
        return rows.stream().mapToLong(row -> Decimals.parse(row[index], 2)).toArray();
    }

    private static List<String> lines(final Path file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (final IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static Path shared() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            final Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("golden"))) {
                return shared;
            }
        }
        return Assumptions.abort("no folder 'shared' with real bars beside the project: comparison skipped");
    }

    int count() {
        return close.length;
    }
}
