package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.Allocation;

class BarReaderAllocationTest {

    private static final int BARS = 300_000;
    private static final int WARM_UP_BARS = 200_000;
    /** Opening a file and refilling buffers may allocate; a hundred thousand rows must not. */
    private static final long ALLOWED_BYTES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void shouldAllocateNothingPerRowOfCsv() {
        final Path file = folder.resolve("bars.csv");
        try (BarCsvWriter writer = new BarCsvWriter(file, 2, 3)) {
            for (int i = 0; i < BARS; i++) {
                writer.write(i * 60_000_000_000L, 4_228_358 + i, 4_228_400 + i, 4_228_300 + i, 4_228_350 + i, 155_257);
            }
        }

        assertThat(bytesAllocatedReading(file, BarText.TWO_DECIMALS)).isLessThan(ALLOWED_BYTES);
        assertThat(bytesAllocatedReading(file, ReadOptions.of(2, 1).withZone(ZoneId.of("America/New_York"))))
                .isLessThan(ALLOWED_BYTES);
    }

    private static long bytesAllocatedReading(final Path file, final ReadOptions options) {
        try (BarReader reader = BarFiles.open(file, options)) {
            for (int i = 0; i < WARM_UP_BARS; i++) {
                reader.next();
            }
            final long before = Allocation.bytes();
            long bars = 0;
            while (reader.next()) {
                bars++;
            }
            final long allocated = Allocation.bytes() - before;
            assertThat(bars).isEqualTo(BARS - WARM_UP_BARS);
            return allocated;
        }
    }
}
