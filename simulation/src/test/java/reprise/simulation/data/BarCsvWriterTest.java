package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarCsvWriterTest {

    private static final int ROUNDS = 50;
    private static final long[] PERIODS_NS = {
        1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L, BarPeriod.DAY_NS
    };

    @TempDir
    private Path folder;

    @Test
    void shouldWriteOneLineABar() throws IOException {
        final Path file = folder.resolve("out.csv");
        try (BarCsvWriter writer = new BarCsvWriter(file, 2, 0)) {
            writer.write(1_704_067_200_000_000_000L, 100, 205, 5, 150, 7);
            writer.write(1_704_067_260_500_000_000L, 100, 205, 100, 150, 0);
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "timestamp,open,high,low,close,volume",
                        "2024-01-01T00:00:00Z,1.00,2.05,0.05,1.50,7",
                        "2024-01-01T00:01:00.500000000Z,1.00,2.05,1.00,1.50,0");
    }

    @Test
    void shouldReadBackWhatWasWrittenWhenBarsAreRandom() {
        final long seed = Long.getLong("seed", System.nanoTime());
        final Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            final int priceDecimals = random.nextInt(9);
            final int quantityDecimals = random.nextInt(9);
            final long periodNs = PERIODS_NS[random.nextInt(PERIODS_NS.length)];
            final Path file = folder.resolve(round + (random.nextBoolean() ? ".csv" : ".csv.gz"));
            final List<String> written = new ArrayList<>();
            try (BarCsvWriter writer = new BarCsvWriter(file, priceDecimals, quantityDecimals)) {
                long openNs = random.nextInt(20_000) * BarPeriod.DAY_NS;
                final int bars = 3 + random.nextInt(3_000);
                for (int i = 0; i < bars; i++) {
                    final long low = 1 + (random.nextLong() >>> 8 + random.nextInt(50));
                    final long high = low + random.nextInt(1_000);
                    final long open = low + random.nextInt((int) (high - low) + 1);
                    final long close = low + random.nextInt((int) (high - low) + 1);
                    final long volume = random.nextLong() >>> 5 + random.nextInt(56);
                    writer.write(openNs, open, high, low, close, volume);
                    written.add(UtcText.of(openNs) + "/" + UtcText.of(openNs + periodNs) + " " + open + " " + high + " "
                            + low + " " + close + " " + volume);
                    openNs += periodNs;
                }
            }

            assertThat(BarText.read(file, ReadOptions.of(priceDecimals, quantityDecimals)))
                    .as("seed=%d round=%d", seed, round)
                    .isEqualTo(written);
        }
    }

    @Test
    void shouldConvertWholeFiles() {
        final Path source = BarText.write(
                folder,
                "in.csv",
                "Date,Open,High,Low,Close\n2024-01-03,3,3,3,3\n2024-01-02,2,2,2,2\n2024-01-01,1,1,1,1\n");
        final Path target = folder.resolve("out.csv.gz");

        try (BarReader reader = BarFiles.open(source, BarText.TWO_DECIMALS);
                BarCsvWriter writer = new BarCsvWriter(target, 2, 3)) {
            assertThat(writer.writeAll(reader)).isEqualTo(3);
        }

        assertThat(BarText.read(target, BarText.TWO_DECIMALS)).isEqualTo(BarText.read(source, BarText.TWO_DECIMALS));
    }
}
