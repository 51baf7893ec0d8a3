package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.Allocation;

/** Memory for ticks does not grow with their number. */
class TickReaderAllocationTest {
    private static final int LINES = 200_000;
    private static final int WARM_UP = 120_000;
    /** Refilling buffers may allocate; tens of thousands of rows must not. */
    private static final long ALLOWED_BYTES = 20_000;

    @TempDir
    private Path folder;

    /** Writes the line of a number. */
    private interface Line {
        String of(int number);
    }

    private Path file(final String first, final Line line) throws IOException {
        final Path file = folder.resolve("ticks.txt");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(first);
            for (int i = 0; i < LINES; i++) {
                out.write(line.of(i));
            }
        }
        return file;
    }

    private static long bytesAllocated(final Path file, final TickKind kind) {
        try (TickReader reader = TickFile.recognise(file).open(kind, "X", ReadOptions.of(2, 3))) {
            for (int i = 0; i < WARM_UP; i++) {
                reader.next();
            }
            final long before = Allocation.bytes();
            long ticks = 0;
            while (reader.next()) {
                ticks++;
            }
            final long allocated = Allocation.bytes() - before;
            assertThat(ticks).isGreaterThan(LINES - WARM_UP - 10);
            return allocated;
        }
    }

    @Test
    void shouldAllocateNothingPerRowOfTrades() throws IOException {
        final Path file = file(
                "timestamp,price,quantity,side\n", i -> 1_704_067_200_000L + i + ",42000.5" + i % 10 + ",0.125,buy\n");

        assertThat(bytesAllocated(file, TickKind.TRADES)).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void shouldAllocateNothingPerRowOfQuotes() throws IOException {
        final Path file = file(
                "timestamp,bid,bid_size,ask,ask_size\n",
                i -> 1_704_067_200_000L + i + ",42000.5" + i % 10 + ",0.125,42001.5,2\n");

        assertThat(bytesAllocated(file, TickKind.QUOTES)).isLessThan(ALLOWED_BYTES);
    }

    @Test
    void shouldAllocateNothingPerLineOfARecording() throws IOException {
        final Path trades = file(
                "",
                i -> "{\"e\":\"trade\",\"T\":" + (1_704_067_200_000L + i) + ",\"s\":\"X\",\"t\":" + i
                        + ",\"p\":\"42000.5\",\"q\":\"0.125\",\"m\":true}\n");
        assertThat(bytesAllocated(trades, TickKind.TRADES)).isLessThan(ALLOWED_BYTES);

        final Path book = file(
                "{\"lastUpdateId\":0,\"E\":1704067200000,\"symbol\":\"X\",\"bids\":[[\"10\",\"1\"]],\"asks\":[]}\n",
                i -> "{\"e\":\"depthUpdate\",\"E\":" + (1_704_067_200_000L + i) + ",\"s\":\"X\",\"U\":" + (i + 1)
                        + ",\"u\":" + (i + 1) + ",\"b\":[[\"10." + i % 10 + "\",\"1\"]],\"a\":[]}\n");
        assertThat(bytesAllocated(book, TickKind.BOOK)).isLessThan(ALLOWED_BYTES);
    }
}
