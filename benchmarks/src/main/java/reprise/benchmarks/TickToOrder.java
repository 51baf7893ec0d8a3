package reprise.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * How long does it take from the bytes of a trade, as Alpaca's socket hands them over, to the bytes of the order that answers it, ready for the
 * socket? At fixed rates, each measured from when its frame should have come. By turns in one process: the engine with its journals, the engine
 * without, and the least that the way can take.
 *
 * <pre>
 *   benchmarks/run --class TickToOrder [--rates 10000,50000,100000] [--seconds 5] [--rounds 3] [--warm-up 10] [--json]
 * </pre>
 *
 * <p>Two threads spin, so it needs two cores for itself. What others do on the machine can only make it slower: of the rounds of each way at
 * each rate, the one with the lowest p50 is told, as a whole.
 */
public final class TickToOrder {
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};
    private static final long SECOND_NS = 1_000_000_000;
    private static final long WARM_UP_RATE = 50_000;

    private final TickFrames frames = new TickFrames();
    private final Path directory;
    private final long seconds;
    private final int rounds;
    private final long warmUpSeconds;

    TickToOrder(final Path directory, final long seconds, final int rounds, final long warmUpSeconds) {
        this.directory = directory;
        this.seconds = seconds;
        this.rounds = rounds;
        this.warmUpSeconds = warmUpSeconds;
    }

    /** A way that is measured. */
    enum Way {
        ENGINE("engine, both journals"),
        UNJOURNALED("engine, no journal"),
        SKETCH("mapped ring sketch");

        private final String words;

        Way(final String words) {
            this.words = words;
        }
    }

    /**
     * What came out.
     *
     * @param way that was taken.
     * @param rate of frames, each second.
     * @param orders how many were written.
     * @param latencies from when a frame should have come to its order, in nanoseconds.
     */
    record Result(Way way, long rate, long orders, Histogram latencies) {
        private long at(final double percentile) {
            return latencies.getValueAtPercentile(percentile);
        }
    }

    /**
     * Measures.
     *
     * @param arguments options and their values.
     */
    public static void main(final String[] arguments) {
        final List<String> given = List.of(arguments);
        final long[] rates = Arrays.stream(
                        option(given, "--rates", "10000,50000,100000").split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        final Path directory = newDirectory();
        try {
            final TickToOrder measure = new TickToOrder(
                    directory,
                    Long.parseLong(option(given, "--seconds", "5")),
                    Integer.parseInt(option(given, "--rounds", "3")),
                    Long.parseLong(option(given, "--warm-up", "10")));
            final List<Result> results = measure.run(rates);
            System.out.print(given.contains("--json") ? json(results) : table(results));
        } finally {
            delete(directory);
        }
    }

    private static String option(final List<String> given, final String name, final String usual) {
        final int at = given.indexOf(name);
        return at < 0 ? usual : given.get(at + 1);
    }

    /** All ways at all rates, by turns. */
    List<Result> run(final long... rates) {
        final List<Result> results = new ArrayList<>();
        for (final Way way : Way.values()) {
            measure(way, WARM_UP_RATE, warmUpSeconds * WARM_UP_RATE, 0);
        }
        for (final long rate : rates) {
            final Map<Way, Result> quietest = new EnumMap<>(Way.class);
            for (int round = 0; round < rounds; round++) {
                for (final Way way : Way.values()) {
                    quietest.merge(
                            way,
                            measure(way, rate, rate * seconds, rate / 2),
                            (one, other) -> one.at(50) <= other.at(50) ? one : other);
                }
            }
            results.addAll(quietest.values());
        }
        return results;
    }

    /** A second's half of frames comes first and does not count: pages of new files, caches, branches. */
    private Result measure(final Way way, final long rate, final long count, final long before) {
        final Path files = subdirectory(way + "-" + rate + "-" + count);
        final OrderSink sink = new OrderSink();
        try (TickPath path = open(way, files, sink)) {
            send(path, sink, rate, 0, before);
            sink.latencies().reset();
            send(path, sink, rate, before, count);
            if (sink.orders() != before + count) {
                throw new IllegalStateException(sink.orders() + " orders for " + (before + count) + " trades");
            }
            return new Result(
                    way, rate, sink.orders() - before, sink.latencies().copy());
        } finally {
            delete(files);
        }
    }

    private static TickPath open(final Way way, final Path files, final OrderSink sink) {
        return switch (way) {
            case ENGINE -> new EnginePath(files, sink);
            case UNJOURNALED -> new EnginePath(null, sink);
            case SKETCH -> new SketchPath(files, sink);
        };
    }

    private void send(final TickPath path, final OrderSink sink, final long rate, final long first, final long count) {
        final long beginNs = System.nanoTime();
        for (long i = 0; i < count; i++) {
            final long intendedNs = beginNs + i * SECOND_NS / rate;
            while (System.nanoTime() < intendedNs) {
                Thread.onSpinWait();
            }
            sink.expect(first + i, intendedNs);
            path.onFrame(frames.frame(first + i));
        }
        path.awaitIdle();
    }

    private static String table(final List<Result> results) {
        final StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "JDK %s, microseconds from when the frame should have come to the order's bytes%n%n%9s  %-22s",
                Runtime.version(),
                "frames/s",
                ""));
        for (final double percentile : PERCENTILES) {
            text.append(String.format(Locale.ROOT, "%12s", percentile == 100 ? "max" : "p" + name(percentile)));
        }
        text.append(String.format("%18s%n", "p50 of sketch's"));
        for (final Result result : results) {
            text.append(String.format(Locale.ROOT, "%,9d  %-22s", result.rate, result.way.words));
            for (final double percentile : PERCENTILES) {
                text.append(String.format(Locale.ROOT, "%,12.2f", result.at(percentile) / 1_000.0));
            }
            text.append(String.format(Locale.ROOT, "%18.2f%n", ratio(result, results)));
        }
        return text.toString();
    }

    private static String name(final double percentile) {
        return percentile == Math.rint(percentile) ? Long.toString((long) percentile) : Double.toString(percentile);
    }

    private static double ratio(final Result result, final List<Result> results) {
        for (final Result other : results) {
            if (other.way == Way.SKETCH && other.rate == result.rate) {
                return (double) result.at(50) / other.at(50);
            }
        }
        throw new IllegalArgumentException("not measured: the sketch at " + result.rate);
    }

    private static String json(final List<Result> results) {
        final StringBuilder text =
                new StringBuilder("{\"jdk\":\"" + Runtime.version() + "\",\"unit\":\"ns\",\"runs\":[");
        for (final Result result : results) {
            text.append(text.charAt(text.length() - 1) == '[' ? "\n  " : ",\n  ");
            text.append("{\"way\":\"").append(result.way.name().toLowerCase(Locale.ROOT));
            text.append("\",\"rate\":")
                    .append(result.rate)
                    .append(",\"orders\":")
                    .append(result.orders);
            for (final double percentile : PERCENTILES) {
                text.append(percentile == 100 ? ",\"max" : ",\"p" + name(percentile));
                text.append("\":").append(result.at(percentile));
            }
            text.append('}');
        }
        return text.append("\n]}\n").toString();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("tick-to-order");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path subdirectory(final String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
