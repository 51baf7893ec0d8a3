package reprise.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reprise.app.SoakSamples.Sample;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.wiring.EngineRun;
import reprise.app.wiring.MarketData;
import reprise.simulation.backtest.Pace;
import reprise.simulation.results.RunResult;

/** A long run in a process of its own that samples its own memory as it goes. Arguments: configuration, bars, inline or rings, CSV to write. */
final class SoakProgram {
    private static final int SAMPLES = 100;
    private static final long BYTES_PER_KB = 1024;

    private final BufferedWriter csv;
    private final long bars;
    private final long interval;
    private long next;

    private SoakProgram(final BufferedWriter csv, final long bars) {
        this.csv = csv;
        this.bars = bars;
        interval = bars / SAMPLES;
    }

    public static void main(final String[] arguments) throws IOException {
        final RunConfig config = RunConfigReader.read(Path.of(arguments[0]), List.of());
        final long bars = Long.parseLong(arguments[1]);
        final String data = "synthetic:bars=" + bars + ",seed=7,period=1m,price=40000";
        try (BufferedWriter csv = Files.newBufferedWriter(Path.of(arguments[3]));
                MarketData market = MarketData.open(config, List.of(data), (priceDecimals, quantityDecimals) -> {
                    throw new AssertionError("made-up bars are not read");
                })) {
            csv.write(Sample.HEADER + "\n");
            final SoakProgram soak = new SoakProgram(csv, bars);
            final EngineRun run = new EngineRun(config, "soak");
            if (arguments[2].equals("rings")) {
                run.onRings(config.pipeline(), Pace.OF_THE_DATA);
            }
            final RunResult result = run.run(market, (fed, timeNs) -> soak.sample(fed));
            System.out.println(
                    result.session().events() + " events, " + result.session().commands() + " commands, "
                            + Math.round(result.session().eventsPerSecond()) + " events/s");
        }
    }

    /** On the thread that feeds, a few times a second. */
    private void sample(final long events) {
        if (events < next && events < bars) {
            return;
        }
        next = events + interval;
        System.gc();
        final long heapBytes =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        try {
            csv.write(new Sample(events, heapBytes, rssBytes()).toCsv() + "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rssBytes() throws IOException {
        for (final String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KB;
            }
        }
        throw new IOException("/proc/self/status says nothing of VmRSS");
    }
}
